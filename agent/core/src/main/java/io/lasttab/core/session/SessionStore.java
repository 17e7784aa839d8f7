package io.lasttab.core.session;

/** The container's own session store, as the reaper needs it. One for each container adapter; safe for many threads. */
public interface SessionStore {

    /**
     * Ends a session the way the container ends one that has timed out: listeners, binding events, replication. Runs the
     * application's code, so it may take long or throw.
     */
    void expire(Object session);

    /** The session's id; never shown whole, see {@link MaskedId}. */
    String id(Object session);
}
