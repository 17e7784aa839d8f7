package io.lasttab.jetty9;

import org.eclipse.jetty.server.session.DefaultSessionCache;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionHandler;

/**
 * Looks sessions up without touching them. {@code SessionHandler.getSession} will not do: it counts a use of the session, and
 * giving that back moves its expiry ({@code Session.complete}).
 */
final class ResidentSessions {

    private ResidentSessions() {}

    /** The session of a context with that id, without the node's name, if it is in the context's memory; else null. */
    static Session find(SessionHandler handler, String id) {
        SessionCache cache = handler.getSessionCache();
        return cache instanceof DefaultSessionCache ? ((DefaultSessionCache) cache).doGet(id) : null;
    }

    /** Whether sessions stay in the context's memory from one request to the next, where their pages can speak to them. */
    static boolean stayIn(SessionCache cache) {
        return cache instanceof DefaultSessionCache && cache.getEvictionPolicy() != SessionCache.EVICT_ON_SESSION_EXIT;
    }
}
