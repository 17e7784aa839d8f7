package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import org.eclipse.jetty.server.Request;

/** A request is over, answered or not. */
final class RequestOverHook extends Hook {

    private final Requests requests;

    RequestOverHook(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void event(Object request, Object unused) {
        RequestState state = requests.find((Request) request);
        if (state != null) {
            state.end();
        }
    }
}
