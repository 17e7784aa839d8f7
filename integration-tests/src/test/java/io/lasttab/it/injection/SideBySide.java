package io.lasttab.it.injection;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Conversation;
import io.lasttab.it.client.Http2;
import io.lasttab.it.server.Server;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The same server with and without the agent, asked the same. */
final class SideBySide {
    /** How often the server without the agent is asked again. */
    private static final int OTHERS = 300;

    /** The same where many are asked at once: some three rounds a second. */
    private static final int TOGETHER = 99;

    private final Server plain;
    private final Server ours;
    private final Map<String, String> validators = new HashMap<>();
    private long tags;
    private Http2 toPlain;
    private Http2 toOurs;

    SideBySide(Server plain, Server ours) {
        this.plain = plain;
        this.ours = ours;
    }

    /** How the answer differs from each that the other server gives; null if only by the tag from one of them. */
    String difference(Asked asked) {
        CompletableFuture<List<Reply>> expected = CompletableFuture.supplyAsync(() -> replies(asked, plain));
        List<Reply> replies = replies(asked, ours);
        tags += Difference.tags(replies);
        return difference(expected.join(), () -> replies(asked, plain), replies);
    }

    /**
     * Containers have races of their own, such as Jetty's for the length in the head of an asynchronous response: an answer is
     * right if the server gives it without the agent too, now and then.
     */
    private static String difference(List<Reply> expected, Supplier<List<Reply>> others, List<Reply> replies) {
        String found = Difference.first(expected, replies);
        for (int i = 0; found != null && i < OTHERS; i++) {
            if (Difference.first(others.get(), replies) == null) {
                return null;
            }
        }
        return found;
    }

    /** The same by HTTP/2, of which this client does not show all, such as the order of headers. */
    String differenceByHttp2(Asked simple) {
        connect();
        Supplier<List<Reply>> expected = () -> List.of(reply(simple, plain, toPlain));
        return difference(expected.get(), expected, List.of(reply(simple, ours, toOurs)));
    }

    /**
     * What differs when all of these are asked at once on a connection of HTTP/2. A race that the container has with that, such
     * as Jetty's that now and then resets the stream of a 404, does not show when one is asked alone: so they are asked at once
     * again of the server without the agent.
     */
    List<String> differencesTogether(List<Asked> simple) {
        connect();
        List<Reply> replies = together(simple, ours, toOurs);
        Map<Asked, String> different = differencesTogether(simple, replies);
        for (int i = 0; !different.isEmpty() && i < TOGETHER; i++) {
            different.keySet().retainAll(differencesTogether(simple, replies).keySet());
        }
        return different.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private Map<Asked, String> differencesTogether(List<Asked> simple, List<Reply> replies) {
        List<Reply> expected = together(simple, plain, toPlain);
        Map<Asked, String> different = new LinkedHashMap<>();
        for (int i = 0; i < simple.size(); i++) {
            String found = Difference.first(List.of(expected.get(i)), List.of(replies.get(i)));
            if (found != null) {
                different.put(simple.get(i), found);
            }
        }
        return different;
    }

    private static List<Reply> together(List<Asked> simple, Server server, Http2 http) {
        ExecutorService threads = Executors.newFixedThreadPool(simple.size());
        try {
            return simple.stream()
                    .map(asked -> CompletableFuture.supplyAsync(() -> reply(asked, server, http), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private synchronized void connect() {
        if (toPlain == null) {
            toPlain = new Http2(plain.port(), "/probe/words.txt");
            toOurs = new Http2(ours.port(), "/probe/words.txt");
        }
    }

    /** A client of the server with the agent that is not interested in the rest. */
    void breakOffByHttp2(Asked simple, int bytes) {
        connect();
        toOurs.breakOffAfter(bytes, simple.path(), simple.headers());
    }

    private static Reply reply(Asked simple, Server server, Http2 http) {
        Reply reply;
        try {
            Answer answer = http.send(simple.methods().get(0), simple.path(), simple.headers(), simple.body());
            List<String> headers = answer.headers().stream()
                    .map(header -> header.name() + ": " + header.value())
                    .toList();
            reply = new Reply("HTTP/2 " + answer.status(), headers, answer.text(), answer.text(), true);
        } catch (UncheckedIOException e) {
            boolean endless = Http2.NO_END.equals(e.getCause().getMessage());
            reply = new Reply(endless ? Http2.NO_END : "broken off", List.of(), "", "", false);
        }
        return reply.comparable(server.port(), server.target().container().datesFilesByUnpacking());
    }

    /** How many documents have got the tag so far. */
    long tags() {
        return tags;
    }

    private List<Reply> replies(Asked asked, Server server) {
        int port = asked.compressing() ? server.compressingPort() : server.port();
        Conversation conversation = asked.conversation(name -> validator(port, asked.validated(), name));
        return Reply.all(conversation.with(port), asked.methods()).stream()
                .map(reply -> reply.comparable(port, server.target().container().datesFilesByUnpacking()))
                .toList();
    }

    private synchronized String validator(int port, String path, String name) {
        String header = name.equals("etag") ? "etag" : "last-modified";
        return validators.computeIfAbsent(port + path + name, key -> {
            String request = Asked.request("GET /probe/" + path, "Accept: text/html", "Sec-Fetch-Dest: document");
            List<Reply> replies = Reply.all(new Conversation(List.of(request)).with(port), List.of("GET"));
            return replies.get(0).header(header);
        });
    }
}
