package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.endpoint.Endpoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.session.SessionHandler;

/**
 * A request enters a context; no session is looked up and no filter or listener has run. Answers the endpoint's own, and
 * begins to watch any other.
 */
final class ScopeHook extends Hook {

    private final Contexts contexts;
    private final Requests requests;

    ScopeHook(Contexts contexts, Requests requests) {
        this.contexts = contexts;
        this.requests = requests;
    }

    @Override
    public boolean intercept(Object sessionHandler, Object entering, Object path, Object unused) {
        SessionHandler handler = (SessionHandler) sessionHandler;
        Request request = (Request) entering;
        if (request.getContext() == null || !Dispatches.isFirst(request)) {
            return false; // no context; or a forward, an include, an error page or the second part of asynchronous work
        }
        Application application = contexts.applicationOf(handler, request);
        if (!application.answersPages()) {
            return false;
        }
        String inContext = (String) path;
        if (inContext.startsWith(Endpoint.PREFIX)) {
            request.setHandled(true);
            application
                    .endpoint()
                    .serve(inContext.substring(Endpoint.PREFIX.length()), new JettyExchange(handler, request));
            return true;
        }
        if (application.isOn()) {
            requests.stateOf(request).begin(application, request);
        }
        return false;
    }
}
