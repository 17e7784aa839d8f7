package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import org.apache.catalina.connector.Request;

/**
 * A request has found or made a session. Most are known from their id when the request was parsed; not so a session that
 * is new, that was swapped in, or that follows on the one that a login has ended.
 */
final class SessionUsedHook extends Hook {

    @Override
    public void event(Object request, Object session) {
        RequestState state = RequestState.find(((Request) request).getCoyoteRequest());
        if (state != null && state.isBegun()) {
            state.uses(state.application().sessions().track(session));
        }
    }
}
