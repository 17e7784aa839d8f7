package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/2 in clear text: a connection that begins with HTTP/1.1 and changes over (h2c). */
public final class Http2 {
    /** What is the matter with an answer whose end does not come. */
    public static final String NO_END = "no end of it";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** No server ends a connection that has been idle for no longer. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final int TRIES = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final int port;
    private final String door;
    private volatile long used = System.nanoTime() - Duration.ofDays(1).toNanos();

    public Http2(int port) {
        this(port, null);
    }

    /**
     * Changes over by asking for {@code door}, again where the server may have ended the connection. Not every request will
     * do: Jetty changes over with none that has a body or is wrong, and Tomcat never tells the end of the answer to a HEAD
     * then.
     */
    public Http2(int port, String door) {
        this.port = port;
        this.door = door;
    }

    private void enter() {
        if (door != null && System.nanoTime() - used > SHORT.toNanos()) {
            exchange(request("GET", door, List.of(), ""));
        }
        used = System.nanoTime();
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
        HttpRequest request = request(method, path, headers, body);
        enter();
        HttpResponse<byte[]> response = exchange(request);
        for (int i = 0; door != null && response.version() != HttpClient.Version.HTTP_2 && i < TRIES; i++) {
            // The server has ended the connection for what was asked before, perhaps by another thread.
            exchange(request("GET", door, List.of(), ""));
            response = exchange(request);
        }
        if (response.version() != HttpClient.Version.HTTP_2) {
            throw new AssertionError("answered by " + response.version());
        }
        return answer(response);
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            // The client's own limit would be for the head alone.
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(request.toString(), new IOException(e.getCause()));
        } catch (TimeoutException e) {
            throw new UncheckedIOException(request.toString(), new IOException(NO_END, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks, hears so many bytes of the answer, and wants no more; the connection stays. */
    public void breakOffAfter(int bytes, String path, List<Answer.Header> headers) {
        enter();
        try (InputStream in = client.send(request("GET", path, headers, ""), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            in.readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, List<Answer.Header> headers, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, ISO_8859_1));
        headers.forEach(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    private Answer answer(HttpResponse<byte[]> response) {
        List<Answer.Header> headers = response.headers().map().entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(value -> new Answer.Header(named.getKey(), value)))
                .toList();
        String body = new String(response.body(), ISO_8859_1).replace(":" + port, ":PORT");
        return new Answer(response.statusCode(), headers, body.getBytes(ISO_8859_1));
    }
}
