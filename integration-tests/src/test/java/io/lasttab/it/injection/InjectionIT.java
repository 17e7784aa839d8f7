package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.Http2;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.time.Duration;
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
            compare(wrong, "compressed", plain, server, InjectionIT::compressed);
            if (server.target().container().speaksHttp2()) {
                compareByHttp2(wrong, plain, server);
            }
            check(wrong, "not a navigation", () -> untouchedWhenNotNavigating(plain, server));
            check(wrong, "web view", () -> taggedInAWebView(server));
            check(wrong, "parts", () -> untouchedInParts(plain, server));
            check(wrong, "heads", () -> noBodyOnHead(server));
            check(wrong, "copies", () -> aCopyOfAPageCanBeKept(plain, server));
            check(wrong, "old copies", () -> aCopyWithoutTheTagIsAnsweredAsBefore(plain, server));
            check(wrong, "told copies", () -> aMarkedCopyMatches(plain, server));
            check(wrong, "held", () -> comesAsSoonAsItIsWritten(plain, server));
            check(wrong, "the rest", () -> theRestOfATaggedDocumentIsTheWhole(server));
            check(wrong, "faults", () -> assertThat(server.management()
                            .figures(Management.agent(), "Faults")
                            .values())
                    .containsOnly(0L));
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

    /** Android's web views name their application there; old ones say nothing else of what they ask for. */
    private static void taggedInAWebView(Server server) {
        Http webView = document(server).without("Sec-Fetch-Dest").with("X-Requested-With", "com.example.app");
        for (String path : List.of("plain.jsp", "small.html", "big.html")) {
            assertThat(webView.get("/probe/" + path).text()).as(path).contains("/__lasttab/");
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

    /** A page that was cached with its tag is still good: it is answered with 304 and no body, and marked again. */
    private static void aCopyOfAPageCanBeKept(Server plain, Server server) {
        for (String path : List.of("small.html", "big.html", "inject/etag", "inject/weak-etag", "inject/dated")) {
            aCopyCanBeKept(path, document(plain), document(server));
            aCopyCanBeKept(path, compressed(plain), compressed(server));
        }
    }

    private static void aCopyCanBeKept(String path, Http plain, Http http) {
        String address = "/probe/" + path;
        Answer first = http.get(address);
        assertThat(Mark.isOn(first)).as("marked " + path).isTrue();
        Answer again = http.revalidating(first).get(address);
        assertThat(again.status()).as(path).isEqualTo(304);
        assertThat(Mark.isOn(again)).as("marked again " + path).isTrue();
        // A 304 need not tell the date again; what it tells takes the place of what the browser had.
        Http next = http.revalidating(first).revalidating(again);
        assertThat(next.get(address).status()).as("after a 304 " + path).isEqualTo(304);
        // Jetty 12.0 does not take its --gzip off for a HEAD, so that not every application says 304.
        Http known = plain.revalidating(plain.get(address));
        assertThat(next.send("HEAD", address, new byte[0]).status())
                .as("HEAD " + path)
                .isEqualTo(known.send("HEAD", address, new byte[0]).status());
    }

    private static Http compressed(Server server) {
        return document(Http.on(server.compressingPort())).with("Accept-Encoding", "gzip");
    }

    /** What was cached before the agent came, and what is no document, is answered as without the agent. */
    private static void aCopyWithoutTheTagIsAnsweredAsBefore(Server plain, Server server) {
        for (String path : List.of("small.html", "image.png", "inject/etag", "inject/dated", "fragment.html")) {
            String address = "/probe/" + path;
            Answer old = document(plain).get(address);
            // The same file may bear another date on the other server.
            Answer copy = Mark.isOn(document(server).get(address))
                    ? Mark.off(document(server).get(address))
                    : old;
            Tag.isUntouched(
                    comparable(document(plain).revalidating(old).get(address), plain),
                    comparable(document(server).revalidating(copy).get(address), server));
        }
    }

    /** What the browser has of a page can be told to be what the server has, one of several copies or all of it. */
    private static void aMarkedCopyMatches(Server plain, Server server) {
        for (String path : List.of("small.html", "big.html")) {
            if (document(plain).get("/probe/" + path).header("etag").isEmpty()) {
                continue; // Jetty's files bear a date only
            }
            for (String name : List.of("If-Match", "If-None-Match")) {
                for (String others : List.of("", "\"other\", ")) {
                    int expected = told(plain, path, name, others).status();
                    Answer answer = told(server, path, name, others);
                    String what = name + ": " + others + "<its own> of " + path;
                    assertThat(answer.status()).as(what).isEqualTo(expected);
                    assertThat(Mark.isOn(answer)).as("marked for " + what).isEqualTo(expected != 412);
                }
            }
        }
    }

    private static Answer told(Server server, String path, String name, String others) {
        String etag = document(server).get("/probe/" + path).header("etag").orElseThrow();
        return document(server).with(name, others + etag).get("/probe/" + path);
    }

    /** From Servlet 6.1 on an answer is over when as many bytes are written as were announced. */
    private static void comesAsSoonAsItIsWritten(Server plain, Server server) {
        for (String query : List.of("", "&big=")) {
            if (Held.isWhole(plain, query, Duration.ofSeconds(1))) {
                assertThat(Held.isWhole(server, query, Duration.ofSeconds(60)))
                        .as("all of it" + query)
                        .isTrue();
            }
        }
    }

    /** The application has no parts of a document with the tag. */
    private static void theRestOfATaggedDocumentIsTheWhole(Server server) {
        for (String path : List.of("small.html", "big.html")) {
            Answer whole = document(server).get("/probe/" + path);
            assertThat(whole.headers("accept-ranges")).as(path).isSubsetOf("none");
            Answer rest = document(server)
                    .with("Range", "bytes=100-")
                    .with("If-Range", whole.header("etag").orElseThrow())
                    .get("/probe/" + path);
            assertThat(rest.status()).as(path).isEqualTo(200);
            assertThat(rest.body()).as(path).isEqualTo(whole.body());
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
