package io.lasttab.jetty9;

import io.lasttab.core.endpoint.Exchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpInput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionHandler;

/** A request for the endpoint, on Jetty: answered above the session handler, and so above security, filters and servlets. */
final class JettyExchange implements Exchange {

    private final SessionHandler handler;
    private final Request request;

    JettyExchange(SessionHandler handler, Request request) {
        this.handler = handler;
        this.request = request;
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
        return request.getContentLengthLong();
    }

    /** Waits for the client at most as long as the connector does. */
    @Override
    public void readBody(int limit, Consumer<byte[]> then) {
        byte[] body = new byte[limit];
        int length = 0;
        HttpInput in = request.getHttpInput();
        try {
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
        for (String id : RequestedIds.of(request, handler)) {
            Session session = ResidentSessions.find(handler, id);
            if (session != null && session.isValid()) {
                return session;
            }
        }
        return null;
    }

    /** A session that is in nobody's memory may be in the store, which is asked without loading anything. */
    @Override
    public boolean namesEndedSession() {
        List<String> ids = RequestedIds.of(request, handler);
        for (String id : ids) {
            if (isInUse(id)) {
                return false;
            }
        }
        return !ids.isEmpty();
    }

    private boolean isInUse(String id) {
        try {
            return handler.isIdInUse(id);
        } catch (Exception unknown) {
            return true;
        }
    }

    @Override
    public void answer(int status, String[] headers, byte[] body) {
        Response response = request.getResponse();
        response.setStatus(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.setHeader(headers[i], headers[i + 1]);
        }
        if (body.length > 0) {
            response.setContentLength(body.length);
            try {
                response.getHttpOutput().write(body, 0, body.length);
            } catch (IOException clientGone) {
                return; // nobody is left to answer
            }
        }
    }
}
