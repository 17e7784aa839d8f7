package io.lasttab.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.FalseExpiryInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExitLineTest {

    private static final long TIME = Instant.parse("2026-03-01T09:15:30Z").toEpochMilli();

    @Test
    void tellsOfASessionThatWeHaveEnded() {
        ExitInfo exit = new ExitInfo(
                TIME, "\u2026A1B2", "ORPHANED_CLOSED", 3, 61_234, true, 10_012, "CLOSED", TIME + 1_789_988);

        assertThat(ExitLine.of("localhost", "/shop", exit))
                .isEqualTo("{\"time\":\"2026-03-01T09:15:30.000Z\",\"host\":\"localhost\",\"context\":\"/shop\","
                        + "\"maskedId\":\"\\u2026A1B2\",\"cause\":\"ORPHANED_CLOSED\",\"ended\":true,"
                        + "\"lifetimeMillis\":61234,\"pages\":3,\"idleMillis\":10012,\"departure\":\"CLOSED\","
                        + "\"wouldHaveEndedAt\":\"2026-03-01T09:45:19.988Z\"}");
    }

    @Test
    void tellsOfAFalseExpirySoThatItCountsAsNoEnd() {
        assertThat(ExitLine.of("localhost", "/shop", new FalseExpiryInfo(TIME, "\u2026A1B2", true, 3_120)))
                .isEqualTo("{\"time\":\"2026-03-01T09:15:30.000Z\",\"host\":\"localhost\",\"context\":\"/shop\","
                        + "\"maskedId\":\"\\u2026A1B2\",\"event\":\"FALSE_EXPIRY\",\"sinceEndMillis\":3120}");
        assertThat(ExitLine.of("localhost", "/shop", new FalseExpiryInfo(TIME, "?", false, 0)))
                .endsWith(",\"event\":\"WOULD_HAVE_BEEN_FALSE\",\"sinceEndMillis\":0}");
    }

    @Test
    void ofAFalseExpiryIsTheDocumentedOne() throws IOException {
        long time = Instant.parse("2026-11-22T10:20:43.340Z").toEpochMilli();
        Path documents = Path.of(System.getProperty("basedir", ""), "..", "..", "docs");
        assertThat(Files.readAllLines(documents.resolve("exit-log.md")))
                .contains("    "
                        + ExitLine.of("localhost", "/probe", new FalseExpiryInfo(time, "\u2026AD4D", true, 3_120)))
                .anyMatch(line -> line.startsWith("| `FALSE_EXPIRY` | "))
                .anyMatch(line -> line.startsWith("| `WOULD_HAVE_BEEN_FALSE` | "));
    }

    @Test
    void saysNullForWhatThereIsNot() {
        ExitInfo exit = new ExitInfo(TIME, "?", "TIMEOUT", 0, 5, true, 5, null, -1);

        assertThat(ExitLine.of("localhost", "/", exit)).endsWith("\"departure\":null,\"wouldHaveEndedAt\":null}");
    }

    @Test
    void isAsciiInOneLineWhateverTheNamesAre() {
        ExitInfo exit = new ExitInfo(TIME, "?", "LOGOUT", 1, 5, true, 5, null, -1);

        assertThat(ExitLine.of("h\u00f6st", "/a\"b\\c\n\u007f", exit))
                .contains("\"host\":\"h\\u00f6st\",\"context\":\"/a\\\"b\\\\c\\u000a\\u007f\"")
                .matches("[ -~]+");
    }
}
