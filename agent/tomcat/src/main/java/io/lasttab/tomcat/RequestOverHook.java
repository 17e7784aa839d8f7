package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import org.apache.catalina.connector.Request;

/**
 * A request is over, answered or not, its asynchronous work included. Woven into the start of {@code Request.recycle}.
 */
final class RequestOverHook extends Hook {

    @Override
    public void event(Object request, Object unused) {
        org.apache.coyote.Request coyote = ((Request) request).getCoyoteRequest();
        RequestState state = coyote == null ? null : RequestNotes.find(coyote);
        if (state != null && state.isBegun()) {
            state.end();
        }
    }
}
