package io.lasttab.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where {@code top} draws: over its last lines on a terminal, below them anywhere else. */
final class Terminal implements AutoCloseable {

    private static final String ESCAPE = "\u001b[";
    private static final String OTHER_SCREEN = ESCAPE + "?1049h" + ESCAPE + "?25l";
    private static final String OWN_SCREEN = ESCAPE + "?25h" + ESCAPE + "?1049l";
    private static final int USUAL_LINES = 24;

    private final PrintStream out;
    private final boolean draws;
    private final Thread restoring = new Thread(this::restore);
    private boolean drawn;

    Terminal(PrintStream out) {
        this(out, isTerminal());
    }

    Terminal(PrintStream out, boolean draws) {
        this.out = out;
        this.draws = draws;
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

    /** How many lines fit; as many as there are where nothing is drawn over. */
    int height() {
        return draws ? lines() : Integer.MAX_VALUE;
    }

    private static int lines() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(size.split(" ")[0].trim());
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_LINES;
        }
    }

    void show(List<String> lines) {
        if (!draws) {
            lines.forEach(out::println);
            out.println();
            out.flush();
            return;
        }
        if (!drawn) {
            drawn = true;
            Runtime.getRuntime().addShutdownHook(restoring); // Ctrl-C is the usual end
            out.print(OTHER_SCREEN);
        }
        StringBuilder frame = new StringBuilder(ESCAPE).append('H');
        for (int i = 0; i < Math.min(lines.size(), height()); i++) {
            frame.append(i == 0 ? "" : "\r\n")
                    .append(lines.get(i))
                    .append(ESCAPE)
                    .append('K');
        }
        out.print(frame.append(ESCAPE).append('J'));
        out.flush();
    }

    private void restore() {
        out.print(OWN_SCREEN);
        out.flush();
    }

    @Override
    public void close() {
        if (drawn) {
            restore();
            Runtime.getRuntime().removeShutdownHook(restoring);
        }
    }
}
