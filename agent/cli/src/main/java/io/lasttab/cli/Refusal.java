package io.lasttab.cli;

/** A command cannot do what it was asked for. The message is one line: what is wrong, and what would be right. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    Refusal(String message) {
        this(message, CommandLine.FAILED);
    }

    Refusal(String message, int exitStatus) {
        super(message);
        this.exitStatus = exitStatus;
    }

    int exitStatus() {
        return exitStatus;
    }
}
