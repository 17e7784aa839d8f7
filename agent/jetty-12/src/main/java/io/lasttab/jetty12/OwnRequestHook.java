package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.endpoint.Endpoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/** A request is at the door of a context: answers the endpoint's own. */
final class OwnRequestHook extends Hook {

    private final Contexts contexts;

    OwnRequestHook(Contexts contexts) {
        this.contexts = contexts;
    }

    /** Gives an exchange for a request for the endpoint, and any other request back. */
    @Override
    public Object replace(Object contextHandler, Object value) {
        ContextHandler handler = (ContextHandler) contextHandler;
        Request request = (Request) value;
        String path = request.getHttpURI().getCanonicalPath();
        int end = EndpointPath.endOfContext(handler.getContextPath(), path);
        if (end < 0 || !isServing(handler, request)) {
            return request;
        }
        Application application = contexts.applicationOf(handler);
        if (application == null || !application.isOn()) {
            return request;
        }
        String name = path.substring(end + Endpoint.PREFIX.length());
        return new JettyExchange(contexts, application, Contexts.sessionManagerOf(handler), name, request);
    }

    /** The tests that the skipped method would have made. */
    private static boolean isServing(ContextHandler handler, Request request) {
        return handler.isStarted() && handler.isAvailable() && handler.checkVirtualHost(request);
    }

    @Override
    public boolean intercept(Object exchange, Object response, Object callback) {
        ((JettyExchange) exchange).serve((Response) response, (Callback) callback);
        return true;
    }
}
