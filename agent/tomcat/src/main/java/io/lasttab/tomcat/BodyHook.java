package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import java.nio.ByteBuffer;
import org.apache.coyote.Response;

/**
 * Body bytes are on their way out: the tag goes in here. Woven into the start of {@code OutputBuffer.realWriteBytes}, through
 * which all of them go on their way to Coyote, where they are compressed, chunked and sent.
 */
final class BodyHook extends Hook {

    @Override
    public Object replace(Object response, Object bytes) {
        RequestState state = RequestNotes.find(((Response) response).getRequest());
        return state == null ? bytes : state.body((ByteBuffer) bytes);
    }
}
