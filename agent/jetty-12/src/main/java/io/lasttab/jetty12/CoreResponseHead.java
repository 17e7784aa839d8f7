package io.lasttab.jetty12;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.html.ResponseHead;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A response's head as Jetty's core has it. */
final class CoreResponseHead implements ResponseHead {

    private final Response response;
    private final String markedCopy;

    CoreResponseHead(Response response, String markedCopy) {
        this.response = response;
        this.markedCopy = markedCopy;
    }

    @Override
    public String method() {
        return response.getRequest().getMethod();
    }

    /** Jetty sets what the application left at 0 when it commits ({@code HttpChannelState}). */
    @Override
    public int status() {
        int status = response.getStatus();
        return status == 0 ? 200 : status;
    }

    @Override
    public String contentType() {
        return response.getHeaders().get(HttpHeader.CONTENT_TYPE);
    }

    /** All environments write the charset of their writers into the type. */
    @Override
    public String charset() {
        return MimeTypes.getCharsetFromContentType(contentType());
    }

    @Override
    public String header(String name) {
        List<String> values = response.getHeaders().getValuesList(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    @Override
    public int addressHash() {
        return DocumentAddress.hash(response.getRequest().getHttpURI().getPathQuery());
    }

    @Override
    public void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    @Override
    public String markedCopy() {
        return markedCopy;
    }

    @Override
    public String requestHeader(String name) {
        return response.getRequest().getHeaders().get(name);
    }

    @Override
    public String serverName() {
        return Request.getServerName(response.getRequest());
    }

    /**
     * If the browser leaves the port out, it means the usual one. Early 12.0 would tell the one that it listens on ({@code
     * Request.getServerPort}).
     */
    @Override
    public int serverPort() {
        Request request = response.getRequest();
        HttpURI asked = request.getHttpURI();
        boolean leftOut = asked.hasAuthority()
                && asked.getPort() <= 0
                && request.getConnectionMetaData().getHttpConfiguration().getServerAuthority() == null;
        if (leftOut) {
            return isSecure() ? 443 : 80;
        }
        return Request.getServerPort(request);
    }

    @Override
    public boolean isSecure() {
        return response.getRequest().isSecure();
    }
}
