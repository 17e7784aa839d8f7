package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * HTTP by hand, one connection per request and read to its very end: a client library would hide a wrong length, a
 * missing last chunk or bytes after the end.
 */
public final class Http {
    private static final int TIMEOUT = (int) Duration.ofSeconds(60).toMillis();

    private final int port;
    private final String version;
    private final Map<String, String> headers;

    private Http(int port, String version, Map<String, String> headers) {
        this.port = port;
        this.version = version;
        this.headers = headers;
    }

    public static Http on(int port) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Connection", "close");
        return new Http(port, "HTTP/1.1", headers);
    }

    public Http version10() {
        return new Http(port, "HTTP/1.0", headers);
    }

    /** The same with one more header, or with another value of one. */
    public Http with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(port, version, more);
    }

    public Http without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Http(port, version, fewer);
    }

    /** As a browser asks for a document. */
    public Http asDocument() {
        return with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .with("Sec-Fetch-Dest", "document")
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Site", "none");
    }

    /** As who has a copy and asks whether it is still good. */
    public Http revalidating(Answer copy) {
        Http http = this;
        if (copy.header("etag").isPresent()) {
            http = http.with("If-None-Match", copy.header("etag").get());
        }
        if (copy.header("last-modified").isPresent()) {
            http = http.with("If-Modified-Since", copy.header("last-modified").get());
        }
        return http;
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    public Answer send(String method, String path, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + path + " " + version + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
            request.write(body);
            OutputStream out = socket.getOutputStream();
            out.write(request.toByteArray());
            out.flush();
            return Answer.parse(method, socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }
}
