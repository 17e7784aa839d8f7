package io.lasttab.jetty12;

import java.util.function.Function;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;

/**
 * Tells when a request is over: answered or failed, its asynchronous work included. Also where the state of a request is
 * found again, as all of Jetty's views of a request lead to its one stream.
 */
final class RequestStream extends HttpStream.Wrapper {

    private final RequestState state;
    private final Contexts contexts;

    RequestStream(HttpStream stream, RequestState state, Contexts contexts) {
        super(stream);
        this.state = state;
        this.contexts = contexts;
    }

    /** The state of a request; null if Lasttab does not watch it, or it is over. */
    static RequestState stateOf(Request request) {
        Finder finder = new Finder();
        try {
            Request.unWrap(request).addHttpStreamWrapper(finder); // a read-only view refuses it
        } catch (IllegalStateException over) {
            return null; // HttpChannelState: "No active stream"
        }
        return finder.found;
    }

    @Override
    public void succeeded() {
        end("HttpStream.succeeded");
        super.succeeded();
    }

    @Override
    public void failed(Throwable fault) {
        end("HttpStream.failed");
        super.failed(fault);
    }

    private void end(String where) {
        try {
            state.end();
        } catch (RuntimeException | Error fault) {
            contexts.contained(where, fault);
        }
    }

    /** Wraps nothing, but looks through what others have wrapped. */
    private static final class Finder implements Function<HttpStream, HttpStream> {
        RequestState found;

        @Override
        public HttpStream apply(HttpStream outermost) {
            HttpStream stream = outermost;
            while (stream instanceof HttpStream.Wrapper wrapper) {
                if (stream instanceof RequestStream own) {
                    found = own.state;
                    return outermost;
                }
                stream = wrapper.getWrapped();
            }
            return outermost;
        }
    }
}
