package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitParserTest {

    /** As docs/exit-log.md shows it. */
    private static final String LINE =
            "{\"time\":\"2026-11-22T10:20:40.220Z\",\"host\":\"localhost\",\"context\":\"/probe\","
                    + "\"maskedId\":\"\\u2026AD4D\",\"cause\":\"ORPHANED_CLOSED\",\"ended\":true,\"lifetimeMillis\":2099,"
                    + "\"pages\":1,\"idleMillis\":2054,\"departure\":\"CLOSED\","
                    + "\"wouldHaveEndedAt\":\"2026-11-22T10:50:38.166Z\"}";

    private static Exit parse(String line) throws BadLineException {
        byte[] bytes = line.getBytes(UTF_8);
        return ExitParser.parse(Fields.of(bytes, 0, bytes.length));
    }

    @Test
    void readsTheDocumentedLine() throws BadLineException {
        Exit exit = parse(LINE);
        assertThat(exit.timeMillis())
                .isEqualTo(Instant.parse("2026-11-22T10:20:40.220Z").toEpochMilli());
        assertThat(exit.host()).isEqualTo("localhost");
        assertThat(exit.context()).isEqualTo("/probe");
        assertThat(exit.cause()).isEqualTo(Cause.ORPHANED_CLOSED);
        assertThat(exit.ended()).isTrue();
        assertThat(exit.lifetimeMillis()).isEqualTo(2099);
        assertThat(exit.pages()).isEqualTo(1);
        assertThat(exit.idleMillis()).isEqualTo(2054);
        assertThat(exit.wouldHaveEndedAtMillis())
                .isEqualTo(Instant.parse("2026-11-22T10:50:38.166Z").toEpochMilli());
    }

    @Test
    void readsTheLineOutOfTheServersLog() throws BadLineException {
        assertThat(parse("[lasttab-reporter] INFO io.lasttab.exits - " + LINE).pages())
                .isEqualTo(1);
    }

    @Test
    void takesFieldsInAnyOrderAndThoseThatMayBeAddedLater() throws BadLineException {
        assertThat(parse(LINE.replace("\"host\":\"localhost\",", "").replace("}", ",\"host\":\"h\",\"new\":1.5}"))
                        .host())
                .isEqualTo("h");
    }

    @Test
    void takesACauseThatMayBeAddedLater() throws BadLineException {
        assertThat(parse(LINE.replace("ORPHANED_CLOSED", "STRUCK_BY_LIGHTNING")).cause())
                .isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void knowsNoEarlierEndWhereTheLogSaysNone() throws BadLineException {
        assertThat(parse(LINE.replace("\"2026-11-22T10:50:38.166Z\"", "null")).wouldHaveEndedAtMillis())
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "host",
                "context",
                "cause",
                "ended",
                "lifetimeMillis",
                "pages",
                "idleMillis",
                "wouldHaveEndedAt"
            })
    void refusesALineWithout(String field) {
        assertThatThrownBy(() -> parse(LINE.replace('"' + field + '"', "\"other\"")))
                .hasMessage("has no " + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"pages\":1      | \"pages\":-1     | has pages that are no whole number from 0 up",
                "\"pages\":1      | \"pages\":1.5    | has pages that are no whole number from 0 up",
                "2099             | \"2099\"         | has lifetimeMillis that are no whole number from 0 up",
                "2054             | 1e400            | has idleMillis that are no whole number from 0 up",
                "true             | \"true\"         | has an ended that is neither true nor false",
                "\"localhost\"    | null             | has a host that is no text"
            })
    void saysWhichFieldIsWrongAndWhatWouldBeRight(String right, String wrong, String why) {
        assertThatThrownBy(() -> parse(LINE.replace(right, wrong))).hasMessage(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:20:40Z",
                "2026-11-22T10:20:40.220+01:00",
                "2026-02-29T10:20:40.220Z",
                "2026-11-22T24:00:00.000Z",
                "2026-11-22 10:20:40.220Z",
                "2026-1b-22T10:20:40.220Z",
                "1969-12-31T23:59:59.999Z",
                "yesterday"
            })
    void refusesATimeThatIsNone(String time) {
        assertThatThrownBy(() -> parse(LINE.replace("2026-11-22T10:20:40.220Z", time)))
                .hasMessage("has the time \"" + time + "\", which is no time like 2026-01-31T23:59:59.999Z");
    }

    @Test
    void showsNothingThatCouldSteerATerminalAndNoLongWord() {
        assertThatThrownBy(() -> parse(LINE.replace("2026-11-22T10:20:40.220Z", "\\u001b[2J" + "x".repeat(99))))
                .hasMessageContaining("\"?[2J" + "x".repeat(26) + "…\"");
    }
}
