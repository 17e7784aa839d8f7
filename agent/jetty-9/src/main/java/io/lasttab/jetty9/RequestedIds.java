package io.lasttab.jetty9;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.session.SessionHandler;

/**
 * The session ids that a request names, in the order in which Jetty tries them ({@code
 * SessionHandler.checkRequestedSessionId}), which itself enters the session when it has found one.
 */
final class RequestedIds {

    private RequestedIds() {}

    /** The ids without the node's name. */
    static List<String> of(Request request, SessionHandler handler) {
        List<String> ids = new ArrayList<>(1);
        if (handler.isUsingCookies()) {
            Enumeration<String> headers = request.getHeaders("Cookie");
            while (headers.hasMoreElements()) {
                CookieHeader.values(headers.nextElement(), handler.getSessionCookie(), id -> add(id, handler, ids));
            }
        }
        String prefix = handler.getSessionIdPathParameterNamePrefix();
        if (ids.isEmpty() && handler.isUsingURLs() && prefix != null) {
            String id = inPath(request.getRequestURI(), prefix);
            if (id != null) {
                add(id, handler, ids);
            }
        }
        return ids;
    }

    private static void add(String id, SessionHandler handler, List<String> ids) {
        ids.add(handler.getSessionIdManager().getId(id));
    }

    /** The value of the path parameter that begins like that; null if it is not there. */
    static String inPath(String uri, String prefix) {
        int start = uri == null ? -1 : uri.indexOf(prefix);
        if (start < 0) {
            return null;
        }
        int end = start + prefix.length();
        while (end < uri.length() && ";#?/".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return uri.substring(start + prefix.length(), end);
    }
}
