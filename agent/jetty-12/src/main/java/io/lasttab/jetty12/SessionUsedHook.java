package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.AbstractSessionManager.RequestedSession;
import org.eclipse.jetty.session.ManagedSession;

/**
 * A request that enters a context has got the session that it names, loaded from the store if need be. Jetty counts the
 * request as one of the session's from here on.
 */
final class SessionUsedHook extends Hook {

    private final Contexts contexts;

    SessionUsedHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void event(Object request, Object resolved) {
        ManagedSession session = resolved == null ? null : ((RequestedSession) resolved).session();
        Application application = session == null ? null : contexts.applicationOf(session);
        if (application == null || !application.isOn()) {
            return;
        }
        RequestState state = RequestStream.stateOf((Request) request);
        if (state != null) {
            state.uses(application.sessions().track(session));
        }
    }
}
