package io.lasttab.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Where {@code top} draws: over its last lines on a terminal, below them anywhere else. */
final class Terminal implements AutoCloseable {

    private static final String ESCAPE = "\u001b[";
    private static final String OTHER_SCREEN = ESCAPE + "?1049h" + ESCAPE + "?25l";
    private static final String OWN_SCREEN = ESCAPE + "?25h" + ESCAPE + "?1049l";
    private static final String BOLD = ESCAPE + "1m";
    private static final String REVERSE = ESCAPE + "7m";
    private static final String PLAIN = ESCAPE + "0m";
    private static final String NEXT_LINE = "\r\n";
    private static final String REST_OF_LINE = ESCAPE + "K";
    private static final String REST_OF_SCREEN = ESCAPE + "J";

    private final PrintStream out;
    private final Supplier<TerminalSize> sizes; // null where nothing is drawn over
    private final Thread restoring = new Thread(this::restore);
    private boolean drawn;
    private boolean restored;

    Terminal(PrintStream out) {
        this(out, isTerminal() ? TerminalSize::ask : null);
    }

    /** @param sizes tells how large the terminal is at the moment; null if it is none */
    Terminal(PrintStream out, Supplier<TerminalSize> sizes) {
        this.out = out;
        this.sizes = sizes;
    }

    /** Newer Javas have a console where there is no terminal; those can be asked. */
    @SuppressWarnings("SystemConsoleNull") // where it is never null, it is asked
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** What fits at the moment: a window may have got another size. */
    TerminalSize size() {
        return sizes == null ? TerminalSize.ENDLESS : sizes.get();
    }

    /**
     * Shows lines in place of the last ones.
     *
     * @param size what they were made for
     * @return false if nobody can see them any more
     */
    synchronized boolean show(List<Line> lines, TerminalSize size) {
        if (restored) {
            return false; // Ctrl-C came first
        }
        if (sizes == null) {
            lines.forEach(out::println);
            out.println();
        } else {
            draw(lines, size);
        }
        out.flush();
        return !out.checkError();
    }

    /** In one piece, which overwrites and never blanks the screen: it does not flicker. */
    private void draw(List<Line> lines, TerminalSize size) {
        StringBuilder frame = new StringBuilder();
        if (!drawn) {
            drawn = true;
            Runtime.getRuntime().addShutdownHook(restoring); // Ctrl-C is the usual end
            frame.append(OTHER_SCREEN);
        }
        frame.append(ESCAPE).append('H');
        int shown = Math.min(lines.size(), size.height());
        for (int i = 0; i < shown; i++) {
            frame.append(i == 0 ? "" : NEXT_LINE);
            append(lines.get(i), size.width(), frame);
        }
        if (shown < size.height()) {
            frame.append(NEXT_LINE).append(REST_OF_SCREEN);
        }
        out.print(frame);
    }

    /** A line as wide as the screen leaves the cursor in it: what is erased then is its last character. */
    private static void append(Line line, int width, StringBuilder frame) {
        String text = line.within(width);
        String rest = text.length() < width ? REST_OF_LINE : "";
        switch (line.kind()) {
            case TITLE:
                frame.append(BOLD).append(text).append(PLAIN).append(rest);
                break;
            case HEADS:
                frame.append(REVERSE).append(text);
                for (int column = text.length(); column < width; column++) {
                    frame.append(' ');
                }
                frame.append(PLAIN);
                break;
            default:
                frame.append(text).append(rest);
        }
    }

    private synchronized void restore() {
        if (!restored) {
            restored = true;
            out.print(OWN_SCREEN);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (drawn) {
            restore();
            try {
                Runtime.getRuntime().removeShutdownHook(restoring);
            } catch (IllegalStateException stopping) {
                return; // by Ctrl-C
            }
        }
    }
}
