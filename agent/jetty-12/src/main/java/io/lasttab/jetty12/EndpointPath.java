package io.lasttab.jetty12;

import io.lasttab.core.endpoint.Endpoint;

/** Which paths are the endpoint's. Pure, and without a new object: every request is asked. */
final class EndpointPath {

    private EndpointPath() {}

    /**
     * Where the endpoint's part of a path begins.
     *
     * @param context the context path, {@code /} for the root
     * @param path the request's canonical path; null if it has none
     * @return -1 if the path is not the endpoint's in that context
     */
    static int endOfContext(String context, String path) {
        int end = context.equals("/") ? 0 : context.length();
        boolean own = path != null && path.startsWith(Endpoint.PREFIX, end) && path.startsWith(context);
        return own ? end : -1;
    }
}
