package io.lasttab.jetty9;

import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionStoreException;
import io.lasttab.core.session.TrackedSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionHandler;

/** Jetty's sessions, as the reaper needs them. */
final class JettySessionStore implements SessionStore {

    private final Applications applications;

    JettySessionStore(Applications applications) {
        this.applications = applications;
    }

    /**
     * Ends a session as the house keeper ends one that has timed out, but in its own context only. {@code
     * Session.invalidate} would end the sessions of the same id in all contexts.
     *
     * <p>Jetty's own count of requests has the last word: a request that has entered the session by now keeps it.
     */
    @Override
    public void expire(Object session) {
        Session expired = (Session) session;
        if (!closeToRequests(expired)) {
            return; // lives on, and is judged anew
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The session's listeners get the application's loader from Jetty, but not its values: they see the server's,
        // as with the house keeper.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            expired.getSessionHandler().invalidate(expired.getId());
        } finally {
            thread.setContextClassLoader(before);
            if (expired.isValid()) {
                expired.setResident(true); // as it was before
            }
        }
        if (expired.isValid()) {
            throw new SessionStoreException("Jetty cannot remove a session from its store, and has logged why", null);
        }
    }

    /**
     * Sees to it that from now on no request finds the session: under its lock {@code AbstractSessionCache.getAndEnter}
     * counts requests in, and only into a session that is resident.
     *
     * @return false if there is a request in it, if it is ending already, or if Jetty has let go of this object
     */
    private static boolean closeToRequests(Session session) {
        try (AutoCloseable lock = SessionLock.take(session)) {
            boolean free = session.isValid()
                    && session.isResident()
                    && session.getRequests() <= 0
                    && ResidentSessions.find(session.getSessionHandler(), session.getId()) == session;
            if (free) {
                session.setResident(false);
            }
            return free;
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Override
    public boolean holds(Object session) {
        Session jettys = (Session) session;
        return ResidentSessions.find(jettys.getSessionHandler(), jettys.getId()) == jettys;
    }

    @Override
    public Collection<TrackedSession> sharingTheIdOf(Object session) {
        Session asked = (Session) session;
        SessionHandler own = asked.getSessionHandler();
        String id = asked.getId();
        List<TrackedSession> others = new ArrayList<>();
        for (SessionHandler handler : own.getSessionIdManager().getSessionHandlers()) {
            Application application = handler == own ? null : applications.find(handler);
            Session other = application == null ? null : ResidentSessions.find(handler, id);
            TrackedSession tracked =
                    other == null ? null : application.sessions().find(other);
            if (tracked != null) {
                others.add(tracked);
            }
        }
        return others;
    }

    @Override
    public long createdMillis(Object session) {
        try {
            return ((Session) session).getCreationTime();
        } catch (IllegalStateException endedMeanwhile) {
            return 0;
        }
    }

    @Override
    public long timeoutMillis(Object session) {
        return ((Session) session).getMaxInactiveInterval() * 1000L;
    }

    @Override
    public String id(Object session) {
        return ((Session) session).getId();
    }
}
