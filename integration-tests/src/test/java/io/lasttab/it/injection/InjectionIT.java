package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.Http2;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every way of answering, held against the same server without the agent, by the bytes on the wire. */
class InjectionIT {
    @OnEveryServer
    void addsTheTagAndNothingElse(Server server) {
        try (Server plain = Servers.withoutAgent(server.target(), "plain")) {
            List<String> wrong = new ArrayList<>();
            compare(wrong, "HTTP/1.1", plain, server, InjectionIT::document);
            compare(wrong, "HTTP/1.0", plain, server, on -> document(on).version10());
            compare(wrong, "compressed", plain, server, on -> document(Http.on(on.compressingPort()))
                    .with("Accept-Encoding", "gzip"));
            if (server.target().container().speaksHttp2()) {
                compareByHttp2(wrong, plain, server);
            }
            check(wrong, "not a navigation", () -> untouchedWhenNotNavigating(plain, server));
            check(wrong, "parts", () -> untouchedInParts(plain, server));
            check(wrong, "heads", () -> noBodyOnHead(server));
            check(wrong, "copies", () -> aCopyOfAPageCanBeKept(server));
            assertThat(wrong).isEmpty();
        }
    }

    private static void compare(
            List<String> wrong, String way, Server plain, Server server, Function<Server, Http> http) {
        for (Corpus page : Corpus.on(server.target().container())) {
            check(wrong, way + " " + page.path(), () -> {
                Answer expected = unzipped(http.apply(plain).get("/probe/" + page.path()), page);
                Answer answer = unzipped(http.apply(server).get("/probe/" + page.path()), page);
                Tag.holds(page, comparable(expected, plain), comparable(answer, server));
            });
        }
    }

    private static void compareByHttp2(List<String> wrong, Server plain, Server server) {
        Http2 toPlain = new Http2(plain.port());
        Http2 toServer = new Http2(server.port());
        for (Corpus page : Corpus.on(server.target().container())) {
            if (page.expectation() != Expectation.CUT_SHORT) { // the stream breaks off, with and without the agent
                check(wrong, "HTTP/2 " + page.path(), () -> {
                    Answer expected = toPlain.get("/probe/" + page.path());
                    Answer answer = toServer.get("/probe/" + page.path());
                    Tag.holds(page, comparable(expected, plain), comparable(answer, server));
                });
            }
        }
    }

    /** All of them at once: the pattern among the wrong says more than the first alone. */
    private static void check(List<String> wrong, String what, Runnable comparison) {
        try {
            comparison.run();
        } catch (AssertionError | RuntimeException e) {
            wrong.add(what + ": " + e.getMessage());
        }
    }

    /** Without what differs between any two servers. */
    private static Answer comparable(Answer answer, Server server) {
        return server.target().container().datesFilesByUnpacking() ? answer.blanked("last-modified") : answer;
    }

    /** What the application has packed itself stays packed: it must be the same to the byte. */
    private static Answer unzipped(Answer answer, Corpus page) {
        boolean byContainer = answer.headers("content-encoding").contains("gzip")
                && !page.expectation().changesNothing();
        return byContainer ? answer.unzipped() : answer;
    }

    /** What a script fetches is a piece of a page that is there already. */
    private static void untouchedWhenNotNavigating(Server plain, Server server) {
        List<UnaryOperator<Http>> kinds = List.of(
                http -> http.with("Sec-Fetch-Dest", "empty"),
                // The browser's own word would count for more.
                http -> http.without("Sec-Fetch-Dest").with("X-Requested-With", "XMLHttpRequest"));
        for (UnaryOperator<Http> kind : kinds) {
            for (String path : List.of("inject/writer", "inject/length-int", "plain.jsp", "small.html", "big.html")) {
                Tag.isUntouched(
                        comparable(kind.apply(document(plain)).get("/probe/" + path), plain),
                        comparable(kind.apply(document(server)).get("/probe/" + path), server));
            }
        }
    }

    private static void untouchedInParts(Server plain, Server server) {
        for (String path : List.of("small.html", "big.html", "image.png")) {
            Answer expected = document(plain).with("Range", "bytes=3-40").get("/probe/" + path);
            Answer part = document(server).with("Range", "bytes=3-40").get("/probe/" + path);
            assertThat(part.status()).as(path).isEqualTo(206);
            assertThat(part.body()).as(path).isEqualTo(expected.body());
            assertThat(part.headers("content-range")).as(path).isEqualTo(expected.headers("content-range"));
        }
    }

    private static void noBodyOnHead(Server server) {
        for (String path : List.of("inject/stream", "inject/big-writer", "plain.jsp", "small.html", "image.png")) {
            Answer head = document(server).send("HEAD", "/probe/" + path, new byte[0]);
            assertThat(head.status()).as(path).isEqualTo(200);
        }
    }

    /** A page that was cached with its tag is still good: it is answered with 304 and no body. */
    private static void aCopyOfAPageCanBeKept(Server server) {
        for (String path : List.of("small.html", "image.png")) {
            Answer first = document(server).get("/probe/" + path);
            Http again = document(server);
            if (first.header("etag").isPresent()) {
                again = again.with("If-None-Match", first.header("etag").get());
            }
            if (first.header("last-modified").isPresent()) {
                again = again.with(
                        "If-Modified-Since", first.header("last-modified").get());
            }
            assertThat(again.get("/probe/" + path).status()).as(path).isEqualTo(304);
        }
    }

    private static Http document(Server server) {
        return document(Http.on(server.port()));
    }

    /** By a name that both servers go by: some containers print the address in their error pages. */
    private static Http document(Http http) {
        return http.asDocument().with("Host", "probe.test");
    }
}
