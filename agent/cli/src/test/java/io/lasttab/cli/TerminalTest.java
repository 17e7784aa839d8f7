package io.lasttab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    private static final TerminalSize SMALL = TerminalSize.parse("3 5");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, UTF_8);

    private static List<Line> text(String... lines) {
        return Stream.of(lines).map(Line::of).toList();
    }

    @Test
    void writesLinesBelowEachOtherWhereItIsNone() {
        try (Terminal terminal = new Terminal(stream, null)) {
            assertThat(terminal.size().width()).isEqualTo(Integer.MAX_VALUE);
            assertThat(terminal.show(text("one", "two"), terminal.size())).isTrue();
            assertThat(terminal.show(text("three"), terminal.size())).isTrue();
        }
        assertThat(out.toString(UTF_8).lines()).containsExactly("one", "two", "", "three", "");
    }

    @Test
    void drawsOverItsLastLinesAndLeavesTheScreenAsItWas() {
        try (Terminal terminal = new Terminal(stream, () -> SMALL)) {
            terminal.show(text("one"), SMALL);
            terminal.show(text("two"), SMALL);
        }
        assertThat(out.toString(UTF_8))
                .isEqualTo("\u001b[?1049h\u001b[?25l"
                        + "\u001b[Hone\u001b[K\r\n\u001b[J"
                        + "\u001b[Htwo\u001b[K\r\n\u001b[J"
                        + "\u001b[?25h\u001b[?1049l");
    }

    @Test
    void drawsNothingThatWouldScrollOrWrap() {
        try (Terminal terminal = new Terminal(stream, () -> SMALL)) {
            terminal.show(text("12345", "123456", "3", "4"), SMALL);
        }
        assertThat(out.toString(UTF_8)).contains("\u001b[H12345\r\n1234…\r\n3\u001b[K\u001b[?25h");
    }

    @Test
    void setsTitleAndHeadsApart() {
        try (Terminal terminal = new Terminal(stream, () -> SMALL)) {
            terminal.show(List.of(new Line(Line.Kind.TITLE, "t"), new Line(Line.Kind.HEADS, "H")), SMALL);
        }
        assertThat(out.toString(UTF_8)).contains("\u001b[1mt\u001b[0m\u001b[K\r\n\u001b[7mH    \u001b[0m\r\n");
    }

    @Test
    void showsNothingAfterItsEnd() {
        Terminal terminal = new Terminal(stream, () -> SMALL);
        terminal.show(text("one"), SMALL);
        terminal.close();
        assertThat(terminal.show(text("late"), SMALL)).isFalse();
        assertThat(out.toString(UTF_8)).endsWith("\u001b[?1049l").doesNotContain("late");
    }

    /** As {@code top 4711 | head} does. */
    @Test
    void tellsThatNobodyReadsAnyMore() {
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                UTF_8);
        try (Terminal terminal = new Terminal(closed, null)) {
            assertThat(terminal.show(text("one"), terminal.size())).isFalse();
        }
    }

    @Test
    void readsItsSize() {
        TerminalSize size = TerminalSize.parse("24 132\n");
        assertThat(size.width()).isEqualTo(132);
        assertThat(size.height()).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "24", "24 x", "-1 80", "999999 80"})
    void takesTheUsualSizeWhereNoneIsTold(String told) {
        assertThat(TerminalSize.parse(told).width()).isEqualTo(80);
        assertThat(TerminalSize.parse(told).height()).isEqualTo(24);
    }
}
