package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalseExpiryParserTest {

    /** As docs/exit-log.md shows it. */
    private static final String LINE =
            "{\"time\":\"2026-11-22T10:20:43.340Z\",\"host\":\"localhost\",\"context\":\"/probe\","
                    + "\"maskedId\":\"\\u2026AD4D\",\"event\":\"FALSE_EXPIRY\",\"sinceEndMillis\":3120}";

    private static FalseExpiry parse(String line) throws BadLineException {
        byte[] bytes = line.getBytes(UTF_8);
        return FalseExpiryParser.parse(Fields.of(bytes, 0, bytes.length));
    }

    @Test
    void readsTheDocumentedLine() throws BadLineException {
        FalseExpiry falseExpiry = parse(LINE);
        assertThat(falseExpiry.host()).isEqualTo("localhost");
        assertThat(falseExpiry.context()).isEqualTo("/probe");
        assertThat(falseExpiry.ended()).isTrue();
        assertThat(falseExpiry.sinceEndMillis()).isEqualTo(3120);
    }

    @Test
    void tellsThoseOfObserveModeApart() throws BadLineException {
        assertThat(parse(LINE.replace("FALSE_EXPIRY", "WOULD_HAVE_BEEN_FALSE")).ended())
                .isFalse();
    }

    @Test
    void refusesAnEventThatItDoesNotKnow() {
        assertThatThrownBy(() -> parse(LINE.replace("FALSE_EXPIRY", "LIGHTNING")))
                .hasMessage("has the event \"LIGHTNING\", which this version does not know");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "context", "sinceEndMillis"})
    void refusesALineWithout(String field) {
        assertThatThrownBy(() -> parse(LINE.replace('"' + field + '"', "\"other\"")))
                .hasMessage("has no " + field);
    }
}
