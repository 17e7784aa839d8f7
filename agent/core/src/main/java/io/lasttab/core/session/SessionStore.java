package io.lasttab.core.session;

import java.util.Collection;
import java.util.Collections;

/** The container's own session store, as the reaper needs it. One for each container adapter; safe for many threads. */
public interface SessionStore {

    /**
     * Ends a session the way the container ends one that has timed out: listeners, binding events, replication. Runs the
     * application's code, so it may take long or throw.
     */
    void expire(Object session);

    /**
     * The tracked sessions of other contexts that go by the same id, on containers where one id can serve several: none of
     * them is ended while another has a reason to live. Must not create or touch a session.
     */
    default Collection<TrackedSession> sharingTheIdOf(Object session) {
        return Collections.emptyList();
    }

    /** When the session was made, in milliseconds since 1970; asked once, when it is first seen. */
    long createdMillis(Object session);

    /**
     * How long the container has not seen the session used, in milliseconds; the agent's own requests do not count. A net
     * under containers in which a session can be used past all hooks; where none can, the largest value.
     */
    default long idleMillis(Object session) {
        return Long.MAX_VALUE;
    }

    /** After how long without use the container ends the session, in milliseconds; 0 or less for never. */
    long timeoutMillis(Object session);

    /** The session's id; never shown whole, see {@link MaskedId}. */
    String id(Object session);
}
