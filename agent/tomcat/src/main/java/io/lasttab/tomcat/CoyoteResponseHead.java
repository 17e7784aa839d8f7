package io.lasttab.tomcat;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.html.ResponseHead;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/** A response's head as Coyote has it. */
final class CoyoteResponseHead implements ResponseHead {

    private final Request request;
    private final RequestState state;

    CoyoteResponseHead(Request request, RequestState state) {
        this.request = request;
        this.state = state;
    }

    @Override
    public String method() {
        return request.method().toString();
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
        MimeHeaders headers = request.getResponse().getMimeHeaders();
        String value = null;
        for (int i = headers.findHeader(name, 0); i >= 0; i = headers.findHeader(name, i + 1)) {
            String next = headers.getValue(i).toString();
            value = value == null ? next : value + ", " + next;
        }
        return value;
    }

    @Override
    public String requestHeader(String name) {
        return request.getHeader(name);
    }

    @Override
    public String serverName() {
        return request.serverName().toString();
    }

    @Override
    public int serverPort() {
        return request.getServerPort();
    }

    /** Coyote's own, which a forward does not change. */
    @Override
    public int addressHash() {
        MessageBytes query = request.queryString();
        return DocumentAddress.hash(request.requestURI().toString(), query.isNull() ? null : query.toString());
    }

    @Override
    public boolean isSecure() {
        return request.scheme().equals("https");
    }

    @Override
    public void setHeader(String name, String value) {
        request.getResponse().setHeader(name, value);
    }

    @Override
    public String markedCopy() {
        return state.markedCopy();
    }

    @Override
    public String fetchDest() {
        return state.fetchDest();
    }
}
