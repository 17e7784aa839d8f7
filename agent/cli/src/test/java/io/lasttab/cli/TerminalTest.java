package io.lasttab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, UTF_8);

    @Test
    void writesLinesBelowEachOtherWhereItIsNone() {
        try (Terminal terminal = new Terminal(stream, false)) {
            terminal.show(List.of("one", "two"));
            terminal.show(List.of("three"));
        }
        assertThat(out.toString(UTF_8).lines()).containsExactly("one", "two", "", "three", "");
    }

    @Test
    void drawsOverItsLastLinesAndLeavesTheScreenAsItWas() {
        try (Terminal terminal = new Terminal(stream, true)) {
            terminal.show(List.of("one"));
            terminal.show(List.of("two"));
        }
        assertThat(out.toString(UTF_8))
                .startsWith("\u001b[?1049h")
                .contains("\u001b[Hone\u001b[K\u001b[J\u001b[Htwo\u001b[K\u001b[J")
                .endsWith("\u001b[?1049l");
    }
}
