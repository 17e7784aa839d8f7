package io.lasttab.core.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions that one request uses while it runs: none or one as a rule, two where a login puts a new one in the place of
 * another. Guarded, as an application may ask for its session on threads of its own.
 */
public final class RequestSessions {

    private final List<TrackedSession> sessions = new ArrayList<>(1);

    /** Makes an empty list; may be used for one request after the other. */
    public RequestSessions() {}

    /**
     * The request uses a session. May be told again and again.
     *
     * @return false if the session is being ended, so that the request comes too late for it
     */
    public synchronized boolean use(TrackedSession session) {
        if (sessions.contains(session)) {
            return true;
        }
        boolean inTime = session.requestStarted();
        if (inTime) {
            sessions.forEach(session::follows);
            sessions.add(session);
        }
        return inTime;
    }

    /** Whether the request uses no session so far. */
    public synchronized boolean isEmpty() {
        return sessions.isEmpty();
    }

    /**
     * A document with the tag is on its way in answer to the request.
     *
     * @param address a hash of what was asked for; 0 if it is not to be shown in a tab of its own
     */
    public synchronized void documentServed(int address) {
        for (TrackedSession session : sessions) {
            session.documentServed(address);
        }
    }

    /** The answer to the request leads the user to that host, which is not the one that was asked. */
    public synchronized void redirectedTo(String host) {
        for (TrackedSession session : sessions) {
            session.redirectedTo(host);
        }
    }

    /**
     * The request is over.
     *
     * @param unseenPage whether its answer is shown as a page that cannot speak
     */
    public synchronized void end(boolean unseenPage) {
        if (unseenPage) {
            sessions.forEach(TrackedSession::unseenPageServed);
        }
        sessions.forEach(TrackedSession::requestEnded);
        sessions.clear();
    }
}
