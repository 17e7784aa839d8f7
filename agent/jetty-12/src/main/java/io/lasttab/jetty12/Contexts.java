package io.lasttab.jetty12;

import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionManager;

/**
 * Jetty's contexts as applications of Lasttab, by their core {@link Context}, which both a context's handler and its session
 * manager name. Contexts without sessions are none.
 */
final class Contexts {

    private final Applications applications;
    private final BiConsumer<String, Throwable> faults;
    private final JettySessionStore store = new JettySessionStore(this);
    private final PieceBuffers pieces = new PieceBuffers();
    private final Map<Context, Boolean> withoutSessions = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param faults is told of what was contained outside of a hook: where, and the fault */
    Contexts(Applications applications, BiConsumer<String, Throwable> faults) {
        this.applications = applications;
        this.faults = faults;
    }

    /** The application of a context, made known the first time that a request comes for it; null if it has no sessions, or not yet. */
    Application applicationOf(ContextHandler handler) {
        Context context = handler.getContext();
        Application known = applications.find(context);
        if (known != null || withoutSessions.containsKey(context)) {
            return known;
        }
        AbstractSessionManager manager = sessionManagerOf(handler);
        if (manager == null) {
            withoutSessions.put(context, true);
            return null;
        }
        SessionCache cache = manager.getSessionCache();
        return cache == null ? null : add(handler, context, cache); // none: the context has not started yet
    }

    /** What the responses of all contexts share. */
    PieceBuffers pieces() {
        return pieces;
    }

    /** The application of a context that is known already; null if it is not. */
    Application applicationOf(Context context) {
        return applications.find(context);
    }

    /** The application that a session belongs to; null if it is not known. */
    Application applicationOf(ManagedSession session) {
        SessionManager manager = session.getSessionManager();
        Context context = manager instanceof AbstractSessionManager own ? own.getContext() : null;
        return context == null ? null : applications.find(context);
    }

    /**
     * A fault was contained where no hook has called, so that there is nobody else to contain it. Counted and told like that of
     * a hook. Throws nothing.
     *
     * @param where the method of Jetty's, as {@code Class.method}
     */
    void contained(String where, Throwable fault) {
        faults.accept(where, fault);
    }

    static AbstractSessionManager sessionManagerOf(ContextHandler handler) {
        Collection<AbstractSessionManager> managers = handler.getContainedBeans(AbstractSessionManager.class);
        return managers.isEmpty() ? null : managers.iterator().next();
    }

    private Application add(ContextHandler handler, Context context, SessionCache cache) {
        List<String> hosts = handler.getVirtualHosts();
        String path = handler.getContextPath();
        Application application = applications.add(
                context,
                hosts.isEmpty() ? "default" : hosts.get(0),
                path,
                path.equals("/") ? "" : path,
                store,
                Contexts::isStopped);
        if (!ResidentSessions.stayIn(cache)) {
            application.leaveAlone("its session cache, "
                    + cache.getClass().getName()
                    + ", does not keep sessions in memory from one request to the next");
        }
        return application;
    }

    private static boolean isStopped(Object context) {
        ContextHandler handler = ((ContextHandler.ScopedContext) context).getContextHandler();
        return handler.isStopping() || handler.isStopped() || handler.isFailed();
    }
}
