package io.lasttab.it.client;

import io.lasttab.it.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Visitors who ask a server for one thing after the other until they are stopped, and hold each answer against the first one
 * that they got: but for the tag they must be the same.
 */
public final class WatchfulVisitors implements AutoCloseable {
    private static final int VISITORS = 2;

    /** Leaves the machine some time for others: this is no measurement. */
    private static final long PAUSE_MILLIS = 5;

    /** Written by a JSP, from a file, as data, by asynchronous work, in one piece and in many. */
    private static final List<String> PATHS = List.of(
            "index.jsp",
            "small.html",
            "style.css",
            "api",
            "way/document",
            "way/nonblocking?type=text/html&n=70000",
            "way/size?type=text/html&n=70000",
            "way/session");

    private final ExecutorService visitors = Executors.newFixedThreadPool(VISITORS + 1);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger tagged = new AtomicInteger();
    private final AtomicReference<String> wrong = new AtomicReference<>();
    private volatile boolean stopped;

    private WatchfulVisitors() {}

    /** Lets them go, each with a session of its own, and one of them with a connection that is kept. */
    public static WatchfulVisitors at(Server server) {
        WatchfulVisitors all = new WatchfulVisitors();
        for (int i = 0; i < VISITORS; i++) {
            Visitor visitor = new Visitor(server);
            all.start(path -> good(path, visitor.visit(path)));
        }
        all.start(new Kept(server));
        return all;
    }

    /** How one of them asks; gives the body of the answer, which was whole and good. */
    private interface Way {
        String ask(String path) throws IOException, InterruptedException;
    }

    private static String good(String path, Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(path + " " + answer.status());
        }
        return answer.text();
    }

    private void start(Way way) {
        visitors.execute(() -> {
            Map<String, String> first = new ConcurrentHashMap<>();
            try {
                way.ask("index.jsp"); // so that all that follow have the same session
                for (int i = 0; !stopped; i++) {
                    look(PATHS.get(i % PATHS.size()), way, first);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException | AssertionError failed) {
                wrong.compareAndSet(null, failed.toString());
            }
        });
    }

    private void look(String path, Way way, Map<String, String> first) throws IOException, InterruptedException {
        String text = way.ask(path);
        String untagged = text.replaceFirst("<script src=\"[^\"]*/__lasttab/[^>]*></script>", "");
        answers.incrementAndGet();
        if (untagged.length() < text.length()) {
            tagged.incrementAndGet();
        }
        String expected = first.putIfAbsent(path, untagged);
        if (expected != null && !expected.equals(untagged)) {
            wrong.compareAndSet(null, path + "\n" + text + "\n  instead of\n" + expected);
        }
    }

    /** How many answers they have got, all of them good. */
    public int answers() {
        return answers.get();
    }

    /** How many of those had the tag. */
    public int tagged() {
        return tagged.get();
    }

    /** The first answer that was not as it should be; null if all were. */
    public String wrong() {
        return wrong.get();
    }

    @Override
    public void close() {
        stopped = true;
        visitors.shutdown();
        try {
            if (!visitors.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new AssertionError("somebody still waits for an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** On one connection, where an answer that is longer or shorter than it says spoils the next. */
    private static final class Kept implements Way {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Server server;
        private final List<String> cookie = new ArrayList<>();

        Kept(Server server) {
            this.server = server;
        }

        @Override
        public String ask(String path) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                    .header("Accept", "text/html")
                    .header("Sec-Fetch-Dest", "document");
            cookie.forEach(value -> request.header("Cookie", value));
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " " + response.statusCode());
            }
            if (cookie.isEmpty()) {
                response.headers().firstValue("set-cookie").ifPresent(set -> cookie.add(set.split(";", 2)[0]));
            }
            return response.body();
        }
    }
}
