package io.lasttab.tomcat;

import io.lasttab.core.session.SessionStore;
import org.apache.catalina.Session;

/** Tomcat's sessions, as the reaper needs them. */
final class TomcatSessionStore implements SessionStore {

    /**
     * Ends a session as one that has timed out. It also has to look like one: the SingleSignOn valve takes the end of a
     * session that was idle for less than its limit for a logout, and would end the user's sessions in all applications
     * ({@code SingleSignOn.sessionDestroyed}). A grace is at least a second, so the session has been idle for that long.
     */
    @Override
    public void expire(Object session) {
        Session expired = (Session) session;
        int limit = expired.getMaxInactiveInterval();
        expired.setMaxInactiveInterval(1);
        try {
            expired.expire();
        } catch (RuntimeException | Error failed) {
            expired.setMaxInactiveInterval(limit); // it lives on
            throw failed;
        }
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
