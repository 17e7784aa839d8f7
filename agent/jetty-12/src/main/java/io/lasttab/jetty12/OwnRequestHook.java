package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.endpoint.Endpoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/**
 * A request is at the door of a context, in whatever environment: no session is looked up yet, no security handler, filter
 * or listener has run. Answers the endpoint's own.
 */
final class OwnRequestHook extends Hook {

    private final Contexts contexts;

    OwnRequestHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public boolean intercept(Object contextHandler, Object coreRequest, Object response, Object callback) {
        ContextHandler handler = (ContextHandler) contextHandler;
        Request request = (Request) coreRequest;
        String path = request.getHttpURI().getCanonicalPath();
        int end = EndpointPath.endOfContext(handler.getContextPath(), path);
        if (end < 0 || !isServing(handler, request)) {
            return false;
        }
        Application application = contexts.applicationOf(handler);
        if (application == null || !application.answersPages()) {
            return false;
        }
        String name = path.substring(end + Endpoint.PREFIX.length());
        new JettyExchange(contexts, application, Contexts.sessionManagerOf(handler), name, request)
                .serve((Response) response, (Callback) callback);
        return true;
    }

    /** The tests that the skipped method would have made. */
    private static boolean isServing(ContextHandler handler, Request request) {
        return handler.isStarted() && handler.isAvailable() && handler.checkVirtualHost(request);
    }
}
