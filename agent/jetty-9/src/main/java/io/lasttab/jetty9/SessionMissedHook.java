package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.session.SessionHandler;

/** It is settled whether there is a session for the id that a request names; if not, it may be one that was ended. */
final class SessionMissedHook extends Hook {

    private final Applications applications;
    private final Requests requests;

    SessionMissedHook(Applications applications, Requests requests) {
        this.applications = applications;
        this.requests = requests;
    }

    @Override
    public void event(Object sessionHandler, Object value) {
        Request request = (Request) value;
        String id = request.getRequestedSessionId();
        if (id == null) {
            return;
        }
        RequestState state = requests.find(request);
        if (state == null || state.hasSession()) {
            return;
        }
        SessionHandler handler = (SessionHandler) sessionHandler;
        Application application = applications.find(handler);
        if (application != null) {
            application.sessions().missed(handler.getSessionIdManager().getId(id));
        }
    }
}
