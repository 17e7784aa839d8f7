package io.lasttab.report;

/** A file could not be read or written; the message says which and why. */
final class FailedException extends Exception {

    private static final long serialVersionUID = 1;

    FailedException(String message) {
        super(message);
    }
}
