package io.lasttab.jetty9;

import io.lasttab.core.html.ResponseHead;
import java.util.Collection;
import org.eclipse.jetty.server.Request;

/** A response's head as Jetty has it. */
final class JettyResponseHead implements ResponseHead {

    private final Request request;

    JettyResponseHead(Request request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public int status() {
        return request.getResponse().getStatus();
    }

    @Override
    public String contentType() {
        return request.getResponse().getContentType();
    }

    @Override
    public String charset() {
        return request.getResponse().getCharacterEncoding();
    }

    @Override
    public String header(String name) {
        Collection<String> values = request.getResponse().getHeaders(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    @Override
    public String requestHeader(String name) {
        return request.getHeader(name);
    }

    @Override
    public String serverName() {
        return request.getServerName();
    }

    @Override
    public int serverPort() {
        return request.getServerPort();
    }
}
