package io.lasttab.cli;

import java.io.File;
import java.io.PrintStream;

/** What a command has to work with. */
final class Surroundings {

    private final File jar;
    private final PrintStream out;
    private final PrintStream err;

    Surroundings(File jar, PrintStream out, PrintStream err) {
        this.jar = jar;
        this.out = out;
        this.err = err;
    }

    /** The agent's jar. */
    File jar() {
        return jar;
    }

    /** Where the answer goes. */
    PrintStream out() {
        return out;
    }

    /** Where it goes what is wrong. */
    PrintStream err() {
        return err;
    }

    /** One line on standard error. */
    void say(String line) {
        err.println("Lasttab: " + line);
    }

    /** The version in the jar's manifest; {@code ?} outside of a jar. */
    String version() {
        return JarVersion.of(jar);
    }
}
