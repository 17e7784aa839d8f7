package io.lasttab.core.session;

/** The container's session store could not forget a session that was to be ended. */
public final class SessionStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Makes one with what the store has said; null if the container keeps that to itself, or to its log. */
    public SessionStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
