package io.lasttab.core.session;

import java.util.Collection;
import java.util.Collections;

/** The container's own session store, as the reaper needs it. One for each container adapter; safe for many threads. */
public interface SessionStore {

    /**
     * Ends a session the way the container ends one that has timed out: listeners, binding events, replication. Runs the
     * application's code, so it may take long or throw.
     *
     * <p>Where the container counts the requests that are in a session, those let in by now keep it: then nothing is done, and
     * it lives on ({@link RequestSessions#enter}).
     *
     * @throws SessionStoreException if the container's store cannot forget the session. Where the container can be asked first,
     *     the session then lives on; else it has ended, and only the store keeps it
     */
    void expire(Object session);

    /**
     * Whether the container would hand this very object to a request that names the session. If not, it has swapped the
     * session out or evicted it, or is through with it: should the session come back, another object will stand for it.
     */
    default boolean holds(Object session) {
        return true;
    }

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
     * under containers in which a session can be used past all hooks; where none can, the largest value. Below 0 if the clock
     * that the container goes by was set back.
     */
    default long idleMillis(Object session) {
        return Long.MAX_VALUE;
    }

    /** After how long without use the container ends the session, in milliseconds; 0 or less for never. */
    long timeoutMillis(Object session);

    /** The session's id; never shown whole, see {@link MaskedId}. */
    String id(Object session);
}
