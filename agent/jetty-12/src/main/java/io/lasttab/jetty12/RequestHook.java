package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;

/** A request enters an application: from here to its completion, Lasttab watches. */
final class RequestHook extends Hook {

    private final Contexts contexts;

    RequestHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public Object replace(Object contextHandler, Object value) {
        Application application = contexts.applicationOf((ContextHandler) contextHandler);
        Response response = (Response) value;
        if (application == null || !application.isOn() || TaggedResponse.find(response) != null) {
            return response; // the last: one application dispatches to another, which answers in its name
        }
        RequestState state = new RequestState(application, contexts.pieces());
        // Three small objects for each request, besides the dozens of Jetty's own: its core offers no other way to see
        // bytes and completion than to wrap, and its own objects have no room for notes.
        // Of the innermost request: handlers around the context may show it a view that takes no wrappers, as Jetty's
        // own statistics do, which Spring Boot has by default.
        Request.unWrap(response.getRequest())
                .addHttpStreamWrapper(stream -> new RequestStream(stream, state, contexts));
        return new TaggedResponse(response, state, contexts);
    }
}
