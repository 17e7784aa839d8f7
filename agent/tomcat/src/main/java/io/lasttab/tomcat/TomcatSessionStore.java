package io.lasttab.tomcat;

import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionStoreException;
import java.io.IOException;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.Store;
import org.apache.catalina.session.PersistentManagerBase;

/** Tomcat's sessions, as the reaper needs them. */
final class TomcatSessionStore implements SessionStore {

    /**
     * Ends a session as one that has timed out. It also has to look like one: the SingleSignOn valve takes the end of a
     * session that was idle for less than its limit for a logout, and would end the user's sessions in all applications
     * ({@code SingleSignOn.sessionDestroyed}). A grace is at least a second, so the session has been idle for that long.
     *
     * <p>Where there is a store, it has to forget the session first. Tomcat itself asks it last, only logs what it throws ({@code
     * PersistentManagerBase.removeSession}), and finds the session in there when its user comes back: it would be alive again.
     */
    @Override
    public void expire(Object session) {
        Session expired = (Session) session;
        forget(expired.getManager(), expired.getIdInternal());
        int limit = expired.getMaxInactiveInterval();
        expired.setMaxInactiveInterval(1);
        try {
            expired.expire();
        } catch (RuntimeException | Error failed) {
            expired.setMaxInactiveInterval(limit); // it lives on
            throw failed;
        }
    }

    private static void forget(Manager manager, String id) {
        Store store = manager instanceof PersistentManagerBase ? ((PersistentManagerBase) manager).getStore() : null;
        if (store != null) {
            try {
                store.remove(id);
            } catch (IOException | RuntimeException fault) {
                throw new SessionStoreException("Tomcat cannot remove a session from its store", fault);
            }
        }
    }

    @Override
    public boolean holds(Object session) {
        Session tomcats = (Session) session;
        return ResidentSessions.find(tomcats.getManager(), tomcats.getIdInternal()) == tomcats;
    }

    @Override
    public long createdMillis(Object session) {
        return ((Session) session).getCreationTimeInternal();
    }

    /** By Tomcat's own access time: a servlet that is included from another context uses its session past our hooks. */
    @Override
    public long idleMillis(Object session) {
        return ((Session) session).getIdleTimeInternal();
    }

    @Override
    public long timeoutMillis(Object session) {
        return ((Session) session).getMaxInactiveInterval() * 1000L;
    }

    @Override
    public String id(Object session) {
        return ((Session) session).getIdInternal();
    }
}
