package io.lasttab.tomcat;

import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import io.lasttab.core.WeakIdentityMap;
import org.apache.catalina.Container;
import org.apache.catalina.Context;

/** Tomcat's contexts as applications of Lasttab. */
final class Contexts {

    private final Applications applications;
    private final WeakIdentityMap<KnownContext> known = new WeakIdentityMap<>(gone -> {});
    private final TomcatSessionStore store = new TomcatSessionStore();

    Contexts(Applications applications) {
        this.applications = applications;
    }

    /** The application of a context, made known the first time that a request comes for it. */
    KnownContext of(Context context) {
        KnownContext before = known.get(context);
        return before != null && before.isOf(context) ? before : add(context);
    }

    private synchronized KnownContext add(Context context) {
        Application application = applications.find(context);
        KnownContext added = new KnownContext(context, application == null ? make(context) : application);
        known.put(context, added);
        return added;
    }

    private Application make(Context context) {
        Container host = context.getParent();
        // The name is the path and, where several versions of an application run side by side, "##" and the version.
        String name = context.getName();
        Application application = applications.add(
                context,
                host == null ? "?" : host.getName(),
                name == null || name.isEmpty() ? "/" : name,
                context.getEncodedPath(),
                store,
                Contexts::isStopped);
        if (!ResidentSessions.areLocal(context.getManager())) {
            application.leaveAlone("its sessions are kept by "
                    + context.getManager().getClass().getName()
                    + ", which may share them with servers where their pages are not known here");
        }
        return application;
    }

    private static boolean isStopped(Object context) {
        return !((Context) context).getState().isAvailable();
    }
}
