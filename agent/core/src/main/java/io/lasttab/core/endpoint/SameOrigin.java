package io.lasttab.core.endpoint;

/** Tells whether a request comes from a page of the same origin, by the headers that a page cannot forge. */
final class SameOrigin {

    private SameOrigin() {}

    /**
     * Judges a request.
     *
     * <p>{@code Sec-Fetch-Site} (Fetch Metadata, section 2.4) is the browser's own word and decides where it is sent: also
     * beside an {@code Origin: null}, which some browsers send with {@code Referrer-Policy: no-referrer}. It is not sent over
     * plain HTTP to a host that is not localhost; there the origin must name the host that was asked. Only the host is
     * compared, as the scheme is often another behind a proxy, and {@code X-Forwarded-Host} counts too: another site cannot
     * set it without being asked for its leave first. A client that sends neither is no browser of today; it can do no harm,
     * as page ids cannot be guessed.
     */
    static boolean holdsFor(Exchange exchange) {
        String site = exchange.requestHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = exchange.requestHeader("Origin");
        if (origin == null) {
            return true;
        }
        int host = origin.indexOf("://");
        return host > 0
                && (isHost(origin, host + 3, exchange.requestHeader("Host"))
                        || isHost(origin, host + 3, exchange.requestHeader("X-Forwarded-Host")));
    }

    private static boolean isHost(String origin, int at, String host) {
        return host != null
                && origin.length() - at == host.length()
                && origin.regionMatches(true, at, host, 0, host.length());
    }
}
