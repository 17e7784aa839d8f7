package io.lasttab.report;

/** The command line makes no sense; the message says what would. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
