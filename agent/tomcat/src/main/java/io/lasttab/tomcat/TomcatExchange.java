package io.lasttab.tomcat;

import io.lasttab.core.endpoint.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.catalina.Manager;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** A request for the endpoint, on Tomcat: answered by Coyote, below valves, filters, servlets and the access log. */
final class TomcatExchange implements Exchange {

    private final Request request;
    private final Response response;

    TomcatExchange(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String requestHeader(String name) {
        return request.getHeader(name);
    }

    @Override
    public long contentLength() {
        return request.getCoyoteRequest().getContentLengthLong();
    }

    /** Waits for the client at most as long as the connector does. */
    @Override
    public void readBody(int limit, Consumer<byte[]> then) {
        byte[] body = new byte[limit];
        int length = 0;
        try (InputStream in = request.getStream()) {
            for (int n = 0; n >= 0 && length < limit; length += Math.max(0, n)) {
                n = in.read(body, length, limit - length);
            }
        } catch (IOException clientGone) {
            return;
        }
        then.accept(Arrays.copyOf(body, length));
    }

    @Override
    public Object session() {
        return ResidentSessions.find(manager(), request.getRequestedSessionId());
    }

    @Override
    public boolean namesEndedSession() {
        return request.getRequestedSessionId() != null && ResidentSessions.isComplete(manager());
    }

    private Manager manager() {
        return request.getContext().getManager();
    }

    @Override
    public void answer(int status, String[] headers, byte[] body) {
        org.apache.coyote.Response coyote = response.getCoyoteResponse();
        coyote.setStatus(status);
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Content-Type")) {
                response.setContentType(headers[i + 1]);
            } else {
                coyote.setHeader(headers[i], headers[i + 1]);
            }
        }
        if (body.length > 0) {
            coyote.setContentLength(body.length);
            try {
                coyote.doWrite(ByteBuffer.wrap(body));
            } catch (IOException clientGone) {
                response.setSuspended(true); // nobody is left to answer
            }
        }
    }
}
