package io.lasttab.jetty12;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that puts the tag into its body, where it belongs: one write in, one write out. */
final class TaggedResponse extends Response.Wrapper {

    private final RequestState state;
    private final Contexts contexts;

    TaggedResponse(Response response, RequestState state, Contexts contexts) {
        super(response.getRequest(), response);
        this.state = state;
        this.contexts = contexts;
    }

    /** The same for a response that other handlers have wrapped meanwhile: whichever is written to first decides. */
    TaggedResponse inside(Response wrapped) {
        return new TaggedResponse(wrapped, state, contexts);
    }

    /** The innermost of these that a response leads to; null if there is none. */
    static TaggedResponse find(Response response) {
        // By hand: the method Response.as has another descriptor in 12.1.
        Response next = response;
        while (next instanceof Response.Wrapper wrapper) {
            if (next instanceof TaggedResponse tagged) {
                return tagged;
            }
            next = wrapper.getWrapped();
        }
        return null;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same buffer comes back if nothing changes
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
        ByteBuffer offered = offer(last, bytes);
        super.write(
                last, offered, offered == bytes ? callback : contexts.pieces().back(offered, callback));
    }

    private ByteBuffer offer(boolean last, ByteBuffer bytes) {
        try {
            return state.body(this, last, bytes);
        } catch (RuntimeException | Error fault) {
            contexts.contained("Response.write", fault);
            return bytes;
        }
    }
}
