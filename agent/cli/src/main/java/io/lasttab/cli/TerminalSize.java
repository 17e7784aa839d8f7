package io.lasttab.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How much a terminal shows at the moment. */
final class TerminalSize {

    /** Where nothing is drawn over, there is no end to either. */
    static final TerminalSize ENDLESS = new TerminalSize(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    private final int width;
    private final int height;

    private TerminalSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** That of the terminal that this process belongs to; the usual one if it does not tell. */
    static TerminalSize ask() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return parse(new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unknown) {
            return USUAL;
        }
    }

    /** @param told lines and columns; zeros from a terminal that does not know */
    static TerminalSize parse(String told) {
        String[] words = told.trim().split(" ");
        if (words.length != 2 || !words[0].matches("[1-9][0-9]{0,4}") || !words[1].matches("[1-9][0-9]{0,4}")) {
            return USUAL;
        }
        return new TerminalSize(Integer.parseInt(words[1]), Integer.parseInt(words[0]));
    }

    /** In columns. */
    int width() {
        return width;
    }

    /** In lines. */
    int height() {
        return height;
    }
}
