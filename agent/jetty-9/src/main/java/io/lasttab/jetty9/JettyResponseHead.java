package io.lasttab.jetty9;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.html.ResponseHead;
import java.util.Collection;
import org.eclipse.jetty.server.Request;

/** A response's head as Jetty has it. */
final class JettyResponseHead implements ResponseHead {

    private final Request request;
    private final String markedCopy;

    JettyResponseHead(Request request, String markedCopy) {
        this.request = request;
        this.markedCopy = markedCopy;
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

    /** As it was before any forward. */
    @Override
    public int addressHash() {
        return DocumentAddress.hash(request.getOriginalURI());
    }

    @Override
    public void setHeader(String name, String value) {
        request.getResponse().setHeader(name, value);
    }

    @Override
    public String markedCopy() {
        return markedCopy;
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

    @Override
    public boolean isSecure() {
        return request.isSecure();
    }
}
