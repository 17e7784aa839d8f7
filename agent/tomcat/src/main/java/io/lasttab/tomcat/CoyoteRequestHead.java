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
