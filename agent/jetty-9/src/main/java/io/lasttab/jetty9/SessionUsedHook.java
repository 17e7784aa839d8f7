package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.session.Session;

/** A request enters a session. */
final class SessionUsedHook extends Hook {

    private final Applications applications;
    private final Requests requests;

    SessionUsedHook(Applications applications, Requests requests) {
        this.applications = applications;
        this.requests = requests;
    }

    @Override
    public void event(Object request, Object entered) {
        RequestState state = requests.find((Request) request);
        if (state == null || !(entered instanceof Session)) {
            return;
        }
        Session session = (Session) entered;
        Application application = applications.find(session.getSessionHandler());
        if (application != null) {
            state.uses(application.sessions().track(session));
        }
    }
}
