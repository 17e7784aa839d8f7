package io.lasttab.core.session;

/** Why a session ended: every end is counted under exactly one. */
public enum ExitCause {
    /** Ended by Lasttab: the last page was closed. */
    ORPHANED_CLOSED,
    /** Ended by Lasttab: the last page left for another address. */
    ORPHANED_LEFT,
    /** Ended by Lasttab: the application sent the user to another site, and the user did not come back. */
    ORPHANED_SENT_AWAY,
    /** Ended by Lasttab: nothing was heard of the last page for too long. */
    ORPHANED_LOST,
    /** The application invalidated the session. */
    LOGOUT,
    /** The container's own idle timeout. */
    TIMEOUT,
    /** The application or the server was stopped. */
    UNDEPLOY,
    /** An operator ended it by JMX. */
    OPERATOR;

    /** Whether the end was a verdict of Lasttab's. */
    public boolean isOrphaned() {
        return this == ORPHANED_CLOSED || this == ORPHANED_LEFT || this == ORPHANED_SENT_AWAY || this == ORPHANED_LOST;
    }
}
