package io.lasttab.jetty9;

import io.lasttab.core.WeakIdentityMap;
import org.eclipse.jetty.server.Request;

/**
 * The states of requests, by the identity of Jetty's request objects, which a connection uses again and again: so most
 * requests find a state that is there already. Not in an attribute, which applications would see.
 */
final class Requests {

    private final WeakIdentityMap<RequestState> states = new WeakIdentityMap<>(RequestState::end);

    /** The state of a request; made if there is none yet. */
    RequestState stateOf(Request request) {
        RequestState known = states.get(request);
        return known == null ? states.get(request, RequestState::new) : known;
    }

    /** The state of a request that Lasttab watches; null if it does not. */
    RequestState find(Request request) {
        RequestState known = states.get(request);
        return known != null && known.isBegun() ? known : null;
    }
}
