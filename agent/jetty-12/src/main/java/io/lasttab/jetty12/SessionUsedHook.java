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
        if (session != null) {
            used((Request) request, session);
        } else if (resolved != null && ((RequestedSession) resolved).sessionId() != null) {
            missed((Request) request, ((RequestedSession) resolved).sessionId());
        }
    }

    private void used(Request request, ManagedSession session) {
        Application application = contexts.applicationOf(session);
        if (application == null || !application.isOn()) {
            return;
        }
        RequestState state = RequestStream.stateOf(request);
        if (state != null) {
            state.uses(application.sessions().track(session));
        }
    }

    /** The session is not there: it may be one that was ended. */
    private void missed(Request request, String id) {
        Application application = contexts.applicationOf(request.getContext());
        if (application != null && application.isOn()) {
            application.sessions().missed(withoutNode(id));
        }
    }

    /** Sessions go by the part before the dot ({@code DefaultSessionIdManager.getId}). */
    private static String withoutNode(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
