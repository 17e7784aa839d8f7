package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.report.FalseExpiryLine;
import io.lasttab.report.LogLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final LogLine LINE = LogLine.at("2026-11-22T10:20:40.220Z");

    private final List<Exit> exits = new ArrayList<>();
    private final List<FalseExpiry> falseExpiries = new ArrayList<>();
    private final Skipped skipped = new Skipped();

    private void read(String log) throws IOException {
        new LogReader(exits::add, falseExpiries::add, skipped)
                .read("exits.jsonl", new ByteArrayInputStream(log.getBytes(UTF_8)));
    }

    @Test
    void handsOnEveryLine() throws IOException {
        read(LINE + "\n" + LINE + "\r\n\n  \n" + LINE);
        assertThat(exits).hasSize(3);
        assertThat(skipped.lines() + skipped.cutOff()).isZero();
    }

    @Test
    void handsOnFalseExpiriesApartFromEnds() throws IOException {
        read(LINE + "\n" + FalseExpiryLine.after(3120) + "\n[lasttab-reporter] INFO io.lasttab.exits - "
                + FalseExpiryLine.after(1) + "\n" + LINE);
        assertThat(exits).hasSize(2);
        assertThat(falseExpiries).extracting(FalseExpiry::sinceEndMillis).containsExactly(3120L, 1L);
        assertThat(skipped.lines() + skipped.cutOff()).isZero();
    }

    @Test
    void tellsAFalseExpiryThatIsCutOff() throws IOException {
        String line = FalseExpiryLine.after(3120).toString();
        for (int end = 1; end < line.length(); end++) {
            read(LINE + "\n" + line.substring(0, end));
        }
        assertThat(falseExpiries).isEmpty();
        assertThat(skipped.lines()).isZero();
        assertThat(skipped.cutOff()).isEqualTo(line.length() - 1);
    }

    @Test
    void skipsBadLinesAndNamesThem() throws IOException {
        read(LINE + "\nhello\n" + LINE.toString().replace("\"pages\":1", "\"pages\":\"x\"") + "\n" + LINE + "\n");
        assertThat(exits).hasSize(2);
        assertThat(skipped.lines()).isEqualTo(2);
        assertThat(skipped.first())
                .containsExactly(
                        "exits.jsonl: line 2 does not begin with {",
                        "exits.jsonl: line 3 has pages that are no whole number from 0 up");
    }

    @Test
    void tellsALineThatIsCutOffFromOthers() throws IOException {
        read(LINE + "\n" + LINE.toString().substring(0, 100));
        assertThat(exits).hasSize(1);
        assertThat(skipped.lines()).isZero();
        assertThat(skipped.cutOff()).isEqualTo(1);
        assertThat(skipped.first())
                .containsExactly("exits.jsonl: line 2 is cut off: it was being written, or the server crashed");
    }

    @Test
    void skipsALineThatACrashCutOffInTheMiddle() throws IOException {
        read(LINE.toString().substring(0, 100) + "\n" + LINE + "\n");
        assertThat(exits).hasSize(1);
        assertThat(skipped.first()).containsExactly("exits.jsonl: line 1 is cut off");
    }

    @Test
    void namesOnlyTheFirstFew() throws IOException {
        read("hello\n".repeat(1000) + "x".repeat(70_000) + "\n");
        assertThat(skipped.lines()).isEqualTo(1001);
        assertThat(skipped.first()).hasSize(5);
    }

    @Test
    void namesALineThatIsTooLong() throws IOException {
        read("x".repeat(70_000) + "\n" + LINE);
        assertThat(exits).hasSize(1);
        assertThat(skipped.first()).containsExactly("exits.jsonl: line 1 is longer than 65536 bytes");
    }
}
