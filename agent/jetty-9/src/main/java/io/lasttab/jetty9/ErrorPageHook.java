package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/**
 * Bytes reach the channel. Only those are of interest that come right from Jetty's error handler; all others have been
 * decided on in {@link BodyHook} and may be compressed by now.
 */
final class ErrorPageHook extends Hook {

    private final Requests requests;

    ErrorPageHook(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Object replace(Object channel, Object bytes) {
        Request request = ((HttpChannel) channel).getRequest();
        RequestState state = requests.find(request);
        return state == null || bytes == null || state.isDecided()
                ? bytes
                : BodyHook.replaced((ByteBuffer) bytes, state, request);
    }
}
