package io.lasttab.tomcat;

import io.lasttab.core.html.RequestHead;
import java.util.Objects;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/** A request's headers as Coyote has them. */
final class CoyoteRequestHead implements RequestHead {

    private final Request request;

    private boolean conditional;
    private boolean purposeful; // there may be a Sec-Purpose
    private String fetchDest;

    CoyoteRequestHead(Request request) {
        this.request = request;
    }

    /**
     * Looks at all names once, for what is asked of every request: that costs less than to search for each of them. To be
     * called when a request has come, and again if it is parsed again.
     */
    void read() {
        boolean conditionFound = false;
        boolean purposeFound = false;
        String destination = null;
        MimeHeaders headers = request.getMimeHeaders();
        for (int i = headers.size() - 1; i >= 0; i--) {
            MessageBytes name = headers.getName(i);
            // By their lengths first, which leaves few of them to be read.
            switch (name.getLength()) {
                case 8: // If-Match, If-Range
                case 13: // If-None-Match
                    conditionFound |= name.startsWithIgnoreCase("if-", 0);
                    break;
                case 11: // Sec-Purpose
                    purposeFound |= name.startsWithIgnoreCase("sec-", 0);
                    break;
                case 14: // Sec-Fetch-Dest, and its sisters that differ at their ends alone
                    if (name.startsWithIgnoreCase("dest", 10) && name.equalsIgnoreCase("Sec-Fetch-Dest")) {
                        destination = known(headers.getValue(i));
                    }
                    break;
                default:
                    break;
            }
        }
        conditional = conditionFound;
        purposeful = purposeFound;
        // Written only if it changes, like all references in an object as old as this.
        if (!Objects.equals(fetchDest, destination)) {
            fetchDest = destination;
        }
    }

    /** Without making a string of the request's bytes for the two values that nearly every request has. */
    private static String known(MessageBytes value) {
        return value.equals("empty") ? "empty" : value.equals("document") ? "document" : value.toString();
    }

    /** The first {@code Sec-Fetch-Dest}; null if there is none. */
    String fetchDest() {
        return fetchDest;
    }

    /** The {@code Sec-Purpose}; null if there is none. */
    String purpose() {
        return purposeful ? header("Sec-Purpose") : null;
    }

    /** Whether it has a condition (RFC 9110, 13.1) that names entity tags, or may: the others know dates only. */
    boolean isConditional() {
        return conditional;
    }

    @Override
    public String method() {
        return request.method().toString();
    }

    @Override
    public String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public void replace(String name, String value) {
        MimeHeaders headers = request.getMimeHeaders();
        if (value == null) {
            headers.removeHeader(name);
        } else {
            headers.setValue(name).setString(value);
        }
    }
}
