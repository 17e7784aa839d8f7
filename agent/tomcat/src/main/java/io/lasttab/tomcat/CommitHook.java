package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.apache.coyote.Response;

/**
 * The headers of a response are about to be committed: the last moment to correct the length. Woven into the start of {@code
 * OutputBuffer.doFlush}: as long as {@code initial} is set it goes on to commit the headers, before it writes the body that it
 * holds in {@code bb} and {@code cb}. While the buffer is {@code suspended}, after {@code sendError} or a forward until the
 * valves are through, it does nothing, so nothing is decided. Never intercepts.
 */
final class CommitHook extends Hook {

    @Override
    public boolean intercept(Object response, Object bytes, Object chars, Object unused) {
        RequestState state = RequestNotes.find(((Response) response).getRequest());
        if (state != null) {
            state.commit((ByteBuffer) bytes, (CharBuffer) chars);
        }
        return false;
    }
}
