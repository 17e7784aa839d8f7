package io.lasttab.core;

import io.lasttab.core.session.SessionStore;
import java.util.function.Predicate;

/** The applications of one container, by the identity of the container's own context objects. Safe for many threads. */
public final class Applications {

    private final Lasttab agent;
    private final WeakIdentityMap<Application> byContext;
    private volatile boolean givenUp;

    /** Makes an empty list for the running agent. */
    public Applications() {
        agent = Lasttab.running();
        byContext = new WeakIdentityMap<>(agent::forget);
    }

    /** The application of a context; null if it is not known yet. */
    public Application find(Object contextObject) {
        return byContext.get(contextObject);
    }

    /**
     * The application of a context, made known if it is new.
     *
     * @param contextObject the container's object, held weakly
     * @param host the name of the virtual host
     * @param context the context's name as operators know it; {@code /} for the root
     * @param path the context path as it stands in addresses, percent-encoded; empty for the root
     * @param isStopped tells of an older context object whether it is stopped for good, so that its name is free again
     */
    public Application add(
            Object contextObject,
            String host,
            String context,
            String path,
            SessionStore store,
            Predicate<Object> isStopped) {
        byContext.forgetIf(isStopped);
        return byContext.get(contextObject, () -> {
            Application application = agent.application(host, context, path, store);
            if (givenUp) {
                application.givenUp();
            }
            return application;
        });
    }

    /** A hook failed: nothing is certain for a while, in any application. */
    public void hookFailed() {
        byContext.values().forEach(Application::hookFailed);
    }

    /** The container is given up. */
    public void givenUp() {
        givenUp = true;
        byContext.values().forEach(Application::givenUp);
    }
}
