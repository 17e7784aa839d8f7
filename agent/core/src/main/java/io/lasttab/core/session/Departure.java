package io.lasttab.core.session;

/** How the last page of a session left: each kind has a grace of its own. */
public enum Departure {
    /** The tab or window was closed: {@code pagehide} of a document that the browser does not keep. */
    CLOSED(ExitCause.ORPHANED_CLOSED),
    /** Another address in the same tab: {@code pagehide} of a document that went into the back-forward cache. */
    LEFT(ExitCause.ORPHANED_LEFT),
    /** The application itself sent the user to another site: a link, a form, a script or a redirect of its own. */
    SENT_AWAY(ExitCause.ORPHANED_SENT_AWAY),
    /** Silence: nothing was heard of any page for the whole grace. */
    LOST(ExitCause.ORPHANED_LOST);

    private final ExitCause cause;

    Departure(ExitCause cause) {
        this.cause = cause;
    }

    /** The cause under which the end of a session that departed like this is counted. */
    ExitCause cause() {
        return cause;
    }
}
