package io.lasttab.core;

import io.lasttab.core.session.SessionStore;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The applications of one container, by the identity of the container's own context objects. Safe for many threads. */
public final class Applications {

    private final Lasttab agent;
    private final WeakIdentityMap<Application> byContext;
    /** The same, replaced as a whole: an array can be gone through even where no memory is left for an iterator. */
    private volatile Application[] all = {};

    private volatile boolean givenUp;

    /** Makes an empty list for the running agent. */
    public Applications() {
        agent = Lasttab.running();
        byContext = new WeakIdentityMap<>(this::gone);
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
            Application[] more = Arrays.copyOf(all, all.length + 1); // first: there may be no memory for it
            Application application = agent.application(host, context, path, store);
            more[more.length - 1] = application;
            all = more;
            if (givenUp) {
                application.givenUp();
            }
            return application;
        });
    }

    /** Under the map's lock, as all that changes {@link #all}. */
    private void gone(Application application) {
        agent.forget(application); // first: there may be no memory for a new array
        all = Stream.of(all).filter(other -> other != application).toArray(Application[]::new);
    }

    /** A hook failed, as a rule because no memory is left: nothing is certain for a while, in any application. */
    public void hookFailed() {
        for (Application application : all) {
            application.hookFailed();
        }
    }

    /** The container is given up. */
    public void givenUp() {
        givenUp = true;
        for (Application application : all) {
            application.givenUp();
        }
    }
}
