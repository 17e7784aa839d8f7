package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.html.RequestHead;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler;

/** A request enters an application and may bear the mark of a copy with the tag: takes it off. */
final class RequestMarkHook extends Hook {

    private final Contexts contexts;

    RequestMarkHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public Object replace(Object contextHandler, Object value) {
        Request request = (Request) value;
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.IF_NONE_MATCH)
                && !headers.contains(HttpHeader.IF_RANGE)
                && !headers.contains(HttpHeader.IF_MATCH)) {
            return request;
        }
        Application application = contexts.applicationOf((ContextHandler) contextHandler);
        if (application == null || !application.isOn()) {
            return request;
        }
        RequestState state = RequestStream.stateOf(request);
        if (state == null) {
            return request;
        }
        Unmarked unmarked = new Unmarked(request);
        String copy = application.mark().takeOff(unmarked);
        if (copy != null) {
            state.markTakenOff(copy);
        }
        return unmarked.isChanged() ? unmarked : request;
    }

    /** The request with other headers. */
    private static final class Unmarked extends Request.Wrapper implements RequestHead {
        private HttpFields.Mutable changed; // null: as they came

        Unmarked(Request request) {
            super(request);
        }

        boolean isChanged() {
            return changed != null;
        }

        @Override
        public HttpFields getHeaders() {
            return changed == null ? super.getHeaders() : changed;
        }

        @Override
        public String method() {
            return getMethod();
        }

        @Override
        public String header(String name) {
            return getHeaders().get(name);
        }

        @Override
        public void replace(String name, String value) {
            if (changed == null) {
                changed = HttpFields.build(super.getHeaders());
            }
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        }
    }
}
