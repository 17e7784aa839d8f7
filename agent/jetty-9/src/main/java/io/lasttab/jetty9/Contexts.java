package io.lasttab.jetty9;

import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionHandler;

/**
 * Jetty's contexts as applications of Lasttab. A context goes by its session handler, which is what its sessions know of it.
 */
final class Contexts {

    private final Applications applications;
    private final JettySessionStore store;

    Contexts(Applications applications) {
        this.applications = applications;
        this.store = new JettySessionStore(applications);
    }

    /** The application of a context, made known the first time that a request comes for it. */
    Application applicationOf(SessionHandler handler, Request request) {
        Application known = applications.find(handler);
        return known == null ? add(handler, request.getContext().getContextHandler()) : known;
    }

    private Application add(SessionHandler handler, ContextHandler context) {
        String path = context.getContextPathEncoded();
        Application application = applications.add(
                handler,
                hostOf(context),
                context.getContextPath(),
                path.equals("/") ? "" : path,
                store,
                Contexts::isStopped);
        SessionCache cache = handler.getSessionCache();
        if (cache != null && !ResidentSessions.stayIn(cache)) {
            application.leaveAlone("its session cache, "
                    + cache.getClass().getName()
                    + ", does not keep sessions in memory from one request to the next");
        }
        return application;
    }

    /** The first of the names that the context is there for; most are there for all. */
    private static String hostOf(ContextHandler context) {
        String[] hosts = context.getVirtualHosts();
        return hosts == null || hosts.length == 0 ? "default" : hosts[0];
    }

    private static boolean isStopped(Object handler) {
        return ((SessionHandler) handler).isStopped();
    }
}
