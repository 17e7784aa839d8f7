package io.lasttab.jetty12;

import io.lasttab.core.Application;
import io.lasttab.core.endpoint.Exchange;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.util.Callback;

/** A request for the endpoint, on Jetty: answered by the core, outside of the context, and never by a waiting thread. */
final class JettyExchange implements Exchange {

    private final Contexts contexts;
    private final Application application;
    private final AbstractSessionManager manager;
    private final String name;
    private final Request request;
    private Response response;
    private Callback callback;

    JettyExchange(
            Contexts contexts, Application application, AbstractSessionManager manager, String name, Request request) {
        this.contexts = contexts;
        this.application = application;
        this.manager = manager;
        this.name = name;
        this.request = request;
    }

    void serve(Response response, Callback callback) {
        this.response = response;
        this.callback = callback;
        application.endpoint().serve(name, this);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String requestHeader(String name) {
        return request.getHeaders().get(name);
    }

    @Override
    public long contentLength() {
        return request.getHeaders().getLongField("Content-Length");
    }

    @Override
    public void readBody(int limit, Consumer<byte[]> then) {
        new BodyReader(request, limit, body -> take(then, body), this::fail).run();
    }

    /** Perhaps on a thread on which no hook has called, so that there is nobody else to count a fault. */
    private void take(Consumer<byte[]> then, byte[] body) {
        try {
            then.accept(body);
        } catch (RuntimeException | Error fault) {
            contexts.contained("ContextHandler.handle", fault);
            throw fault; // for Jetty's answer
        }
    }

    /** Jetty answers what it answers when a handler fails. */
    private void fail(Throwable fault) {
        callback.failed(fault);
    }

    @Override
    public Object session() {
        return ResidentSessions.find(manager, request);
    }

    @Override
    public boolean namesEndedSession() {
        return ResidentSessions.isNamedAndOver(manager, request);
    }

    @Override
    public void answer(int status, String[] headers, byte[] body) {
        response.setStatus(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.getHeaders().put(headers[i], headers[i + 1]);
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
