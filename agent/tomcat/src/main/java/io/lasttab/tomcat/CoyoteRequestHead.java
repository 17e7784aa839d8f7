package io.lasttab.tomcat;

import io.lasttab.core.html.RequestHead;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;

/** A request's headers as Coyote has them. */
final class CoyoteRequestHead implements RequestHead {

    private final Request request;

    CoyoteRequestHead(Request request) {
        this.request = request;
    }

    /** Whether it has a header of RFC 9110, 13.1. Few have: one look at all names costs less than one for each of those. */
    boolean isConditional() {
        MimeHeaders headers = request.getMimeHeaders();
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.getName(i).startsWithIgnoreCase("if-", 0)) {
                return true;
            }
        }
        return false;
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
