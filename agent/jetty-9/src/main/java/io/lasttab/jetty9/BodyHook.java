package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;

/** Body bytes are on their way out: the tag goes in here. */
final class BodyHook extends Hook {

    private final Requests requests;

    BodyHook(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Object replace(Object output, Object bytes) {
        Request request = ((HttpOutput) output).getHttpChannel().getRequest();
        RequestState state = requests.find(request);
        return state == null || bytes == null ? bytes : replaced((ByteBuffer) bytes, state, request);
    }

    /** If others take their place, Jetty must find its own bytes written: it looks into the buffer afterwards. */
    @SuppressWarnings(
            "ReferenceEquality") // it is the same buffer, not one of the same content, that nothing was done to
    static ByteBuffer replaced(ByteBuffer bytes, RequestState state, Request request) {
        ByteBuffer sent = state.body(bytes, request);
        if (sent != bytes) {
            bytes.position(bytes.limit());
        }
        return sent;
    }
}
