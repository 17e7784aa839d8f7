package io.lasttab.jetty12;

import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionManager;

/**
 * Looks sessions up without touching them. {@code SessionCache.get} will not do: it loads from the store, stops the idle
 * timer, and the release that must follow moves the expiry ({@code ManagedSession.use}, {@code release}).
 */
final class ResidentSessions {

    private ResidentSessions() {}

    /** Whether sessions stay in memory from one request to the next, where their pages can speak to them. */
    static boolean stayIn(SessionCache cache) {
        return cache instanceof DefaultSessionCache && cache.getEvictionPolicy() != SessionCache.EVICT_ON_SESSION_EXIT;
    }

    /** The session with that id, in whatever state, if it is in memory; else null. Takes no lock. */
    static ManagedSession inMemory(SessionManager manager, String id) {
        return manager.getSessionCache() instanceof DefaultSessionCache memory ? memory.doGet(id) : null;
    }

    /** The session with that id if it is in memory and not at its end; else null. */
    static ManagedSession find(SessionManager manager, String id) {
        ManagedSession session = inMemory(manager, id);
        return session == null || session.isInvalidOrInvalidating() || !session.isResident() ? null : session;
    }

    /** The session that a request's cookie names, by the rules of {@code resolveRequestedSessionId}; null if none. */
    static ManagedSession find(AbstractSessionManager manager, Request request) {
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (isOf(manager, cookie)) {
                ManagedSession session =
                        find(manager, manager.getSessionIdManager().getId(cookie.getValue()));
                if (session != null) {
                    return session;
                }
            }
        }
        return null;
    }

    /** Whether a request names a session that is certainly over: only where memory is all there is. */
    static boolean isNamedAndOver(AbstractSessionManager manager, Request request) {
        SessionCache cache = manager.getSessionCache();
        boolean complete = cache.getClass() == DefaultSessionCache.class
                && cache.getSessionDataStore() instanceof NullSessionDataStore;
        return complete
                && Request.getCookies(request).stream().anyMatch(cookie -> isOf(manager, cookie))
                && find(manager, request) == null;
    }

    private static boolean isOf(AbstractSessionManager manager, HttpCookie cookie) {
        return manager.isUsingCookies() && cookie.getName().equalsIgnoreCase(manager.getSessionCookie());
    }
}
