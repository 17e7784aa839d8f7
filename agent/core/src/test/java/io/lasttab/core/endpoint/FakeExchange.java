package io.lasttab.core.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A request as a browser on the same origin sends it, until a test says otherwise. */
final class FakeExchange implements Exchange {

    String method = "POST";
    byte[] body = {};
    long contentLength = -1;
    Object session;
    boolean ended;
    int status;
    byte[] answer;
    boolean bodyRead;
    final List<String> headers = new ArrayList<>();
    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FakeExchange() {
        with("Content-Type", "text/plain;charset=UTF-8").with("Sec-Fetch-Site", "same-origin");
    }

    static FakeExchange saying(String text) {
        FakeExchange exchange = new FakeExchange();
        exchange.body = text.getBytes(StandardCharsets.ISO_8859_1);
        return exchange;
    }

    FakeExchange with(String name, String value) {
        if (value == null) {
            requestHeaders.remove(name);
        } else {
            requestHeaders.put(name, value);
        }
        return this;
    }

    FakeExchange of(Object session) {
        this.session = session;
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String requestHeader(String name) {
        return requestHeaders.get(name);
    }

    @Override
    public long contentLength() {
        return contentLength;
    }

    @Override
    public void readBody(int limit, Consumer<byte[]> then) {
        bodyRead = true;
        then.accept(Arrays.copyOf(body, Math.min(limit, body.length)));
    }

    @Override
    public Object session() {
        return session;
    }

    @Override
    public boolean namesEndedSession() {
        return ended;
    }

    @Override
    public void answer(int status, String[] headers, byte[] body) {
        if (this.status != 0) {
            throw new IllegalStateException("answered twice");
        }
        this.status = status;
        this.headers.addAll(Arrays.asList(headers));
        this.answer = body;
    }
}
