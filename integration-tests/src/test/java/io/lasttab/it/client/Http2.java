package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** HTTP/2 in clear text: a connection that begins with HTTP/1.1 and changes over (h2c). */
public final class Http2 {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final int port;

    public Http2(int port) {
        this.port = port;
    }

    /** Asks for a document as a browser does; names the server's port {@code PORT} where a text has it. */
    public Answer get(String path) {
        List<Answer.Header> headers = List.of(
                new Answer.Header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
                new Answer.Header("Sec-Fetch-Dest", "document"));
        return send("GET", path, headers, "");
    }

    /** Sends any request; the body has one character for each byte. */
    public Answer send(String method, String path, List<Answer.Header> headers, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, ISO_8859_1));
        headers.forEach(header -> builder.header(header.name(), header.value()));
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.version() != HttpClient.Version.HTTP_2) {
                throw new AssertionError("answered by " + response.version());
            }
            return answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer answer(HttpResponse<byte[]> response) {
        List<Answer.Header> headers = response.headers().map().entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(value -> new Answer.Header(named.getKey(), value)))
                .toList();
        String body = new String(response.body(), ISO_8859_1).replace(":" + port, ":PORT");
        return new Answer(response.statusCode(), headers, body.getBytes(ISO_8859_1));
    }
}
