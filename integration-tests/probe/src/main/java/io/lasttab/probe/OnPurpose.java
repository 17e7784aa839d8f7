package io.lasttab.probe;

/**
 * Thrown to see what the container makes of it. Without a stack trace, which servers show, and which differs from one thread of
 * a pool to the next; a log line that has its message is no problem.
 */
final class OnPurpose extends RuntimeException {
    static final String MESSAGE = "on purpose";
    private static final long serialVersionUID = 1;

    OnPurpose() {
        super(MESSAGE, null, false, false);
    }
}
