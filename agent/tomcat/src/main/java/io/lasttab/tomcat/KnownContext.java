package io.lasttab.tomcat;

import io.lasttab.core.Application;
import java.lang.ref.WeakReference;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;

/**
 * A context whose application is known. Every request asks for its sessions, so their manager is remembered too: Tomcat gives
 * it under a lock that all requests share ({@code StandardContext.getManager}). Holds nothing of Tomcat's strongly.
 */
final class KnownContext {

    private final WeakReference<Context> context;
    private final Application application;
    private volatile WeakReference<Manager> manager;

    KnownContext(Context context, Application application) {
        this.context = new WeakReference<>(context);
        this.application = application;
        this.manager = new WeakReference<>(context.getManager());
    }

    /** Whether this is still what is known of that context: a context that was stopped and started is known anew. */
    boolean isOf(Context context) {
        return this.context.get() == context && !application.isForgotten();
    }

    Application application() {
        return application;
    }

    /** The session with that id, untouched, if it is in memory; else null. */
    Session resident(String id) {
        Session session = ResidentSessions.find(manager.get(), id);
        return session != null || id == null ? session : residentOfNow(id);
    }

    /** An application may have been given another manager meanwhile. */
    private Session residentOfNow(String id) {
        Context known = context.get();
        Manager now = known == null ? null : known.getManager();
        if (now == manager.get()) {
            return null;
        }
        manager = new WeakReference<>(now);
        return ResidentSessions.find(now, id);
    }
}
