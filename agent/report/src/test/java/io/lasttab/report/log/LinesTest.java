package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    /** Hands out so many bytes at a time. */
    private static InputStream inPortions(String text, int portion) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, portion));
            }
        };
    }

    private static List<String> cut(String text, int portion) throws IOException {
        Lines lines = new Lines(inPortions(text, portion));
        List<String> cut = new ArrayList<>();
        while (lines.next()) {
            String line = lines.tooLong()
                    ? "too long"
                    : new String(lines.buffer(), lines.from(), lines.to() - lines.from(), UTF_8);
            cut.add(lines.number() + " " + line + (lines.closed() ? "" : " (open)"));
        }
        assertThat(lines.next()).isFalse();
        return cut;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void areTheSameInWhateverPortionsTheyCome(int portion) throws IOException {
        assertThat(cut("one\n\nthree\nfo", portion)).containsExactly("1 one", "2 ", "3 three", "4 fo (open)");
    }

    @Test
    void ofNothingAreNone() throws IOException {
        assertThat(cut("", 1)).isEmpty();
        assertThat(cut("\n", 1)).containsExactly("1 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 1 << 20})
    void areWholeUpToTheLongest(int portion) throws IOException {
        String longest = "x".repeat(Lines.LONGEST);
        assertThat(cut(longest + "\n" + longest + "\nb", portion))
                .containsExactly("1 " + longest, "2 " + longest, "3 b (open)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1 << 20})
    void goOnBehindOneThatIsTooLong(int portion) throws IOException {
        for (int length : new int[] {Lines.LONGEST + 1, 2 * Lines.LONGEST, 5 * Lines.LONGEST + 7}) {
            assertThat(cut("a\n" + "x".repeat(length) + "\nb\n", portion)).containsExactly("1 a", "2 too long", "3 b");
            assertThat(cut("x".repeat(length), portion)).containsExactly("1 too long (open)");
        }
    }
}
