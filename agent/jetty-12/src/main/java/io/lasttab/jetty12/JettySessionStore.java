package io.lasttab.jetty12;

import io.lasttab.core.Application;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionStoreException;
import io.lasttab.core.session.TrackedSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionManager;
import org.eclipse.jetty.util.thread.AutoLock;

/** Jetty's sessions, as the reaper needs them. */
final class JettySessionStore implements SessionStore {

    private final Contexts contexts;

    JettySessionStore(Contexts contexts) {
        this.contexts = contexts;
    }

    /**
     * Ends a session in its own context as {@code ManagedSession.invalidate} does in all contexts: the state first, then the
     * listeners, then cache and store ({@code SessionManager.invalidate} with its id).
     *
     * <p>Jetty counts a request as one of the session's under the session's lock ({@code AbstractSessionCache.getAndEnter}).
     * So either such a request is seen here and the session lives on, or the request finds a session that is not valid any
     * more, and is served like one that comes a moment later.
     *
     * <p>So the store comes last, and a session has ended that it cannot forget. In memory the session stays, too, and is not
     * valid; the house keeper tries again when its timeout has come ({@code AbstractSessionManager.sessionTimerExpired}).
     */
    @Override
    public void expire(Object session) {
        ManagedSession expired = (ManagedSession) session;
        SessionManager manager = expired.getSessionManager();
        if (!begin(expired)) {
            return;
        }
        try {
            manager.onSessionDestroyed(expired);
        } finally {
            try {
                expired.finishInvalidate();
            } finally {
                remove(manager, expired);
            }
        }
    }

    /** Not if it is in use, ending or changing its id, nor if it was evicted: what was loaded in its place is another. */
    private static boolean begin(ManagedSession session) {
        try (AutoLock lock = session.lock()) {
            return session.isValid() && session.isResident() && session.getRequests() <= 0 && session.beginInvalidate();
        }
    }

    private static void remove(SessionManager manager, ManagedSession session) {
        try {
            manager.invalidate(session.getId());
        } catch (Exception fault) {
            throw new SessionStoreException("Jetty cannot remove a session from its store", fault);
        }
        // What the store throws Jetty only logs, and leaves the session where it is (AbstractSessionCache.delete).
        if (ResidentSessions.inMemory(manager, session.getId()) == session) {
            throw new SessionStoreException("Jetty cannot remove a session from its store, and has logged why", null);
        }
    }

    @Override
    public boolean holds(Object session) {
        ManagedSession jettys = (ManagedSession) session;
        return ResidentSessions.inMemory(jettys.getSessionManager(), id(jettys)) == jettys;
    }

    /**
     * Jetty gives a session the id that the browser names if another context knows it ({@code newSessionId}). Asked by the
     * reaper, so again no lock of a session's is taken.
     */
    @Override
    public Collection<TrackedSession> sharingTheIdOf(Object session) {
        ManagedSession own = (ManagedSession) session;
        List<TrackedSession> sharing = new ArrayList<>();
        if (own.getSessionManager() instanceof AbstractSessionManager manager) {
            for (AbstractSessionManager other : manager.getServer().getContainedBeans(AbstractSessionManager.class)) {
                if (other != manager && other.isRunning()) {
                    addTracked(ResidentSessions.inMemory(other, id(own)), sharing);
                }
            }
        }
        return sharing;
    }

    private void addTracked(ManagedSession session, List<TrackedSession> found) {
        Application application = session == null ? null : contexts.applicationOf(session);
        TrackedSession tracked =
                application == null ? null : application.sessions().find(session);
        if (tracked != null) {
            found.add(tracked);
        }
    }

    @Override
    public long createdMillis(Object session) {
        return ((ManagedSession) session).getSessionData().getCreated();
    }

    @Override
    public long timeoutMillis(Object session) {
        return ((ManagedSession) session).getSessionData().getMaxInactiveMs();
    }

    /**
     * Takes no lock of the session's, as {@code ManagedSession.getId} would: Jetty may hold it while it runs listeners, and
     * comes by here with it ({@code ManagedSession.access}).
     */
    @Override
    public String id(Object session) {
        return ((ManagedSession) session).getSessionData().getId();
    }
}
