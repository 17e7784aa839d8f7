package io.lasttab.report;

import java.io.Console;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /** True only if standard input and standard output are a terminal: Java cannot tell of standard error alone. */
    @SuppressWarnings("SystemConsoleNull") // asked below
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderThanJava22) {
            return true; // there is a console only where there is a terminal
        }
    }
}
