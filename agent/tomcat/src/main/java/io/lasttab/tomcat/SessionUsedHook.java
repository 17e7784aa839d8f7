package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import org.apache.catalina.connector.Request;

/**
 * A request has found or made a session. Most are known from their id when the request was parsed; not so a session that
 * is new, that was swapped in, or that follows on the one that a login has ended. Woven into the end of {@code
 * Request.doGetSession}, through which every use of the session by a request goes.
 */
final class SessionUsedHook extends Hook {

    @Override
    public void event(Object request, Object session) {
        if (session == null) {
            return; // there is none, and none was to be made
        }
        RequestState state = RequestNotes.find(((Request) request).getCoyoteRequest());
        if (state != null) {
            state.uses(session);
        }
    }
}
