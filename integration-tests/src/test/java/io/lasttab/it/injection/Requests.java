package io.lasttab.it.injection;

import static io.lasttab.it.injection.Asked.inOneGo;
import static io.lasttab.it.injection.Asked.inTurns;
import static io.lasttab.it.injection.Asked.request;

import io.lasttab.it.server.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What clients ask, rightly and wrongly: hundreds of connections, a line each where a line is enough. */
final class Requests {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String[] TYPES = {HTML, "text/plain", "application/json"};

    /** One of each kind that is made in another way, or not at all. */
    private static final List<String> KINDS = List.of(
            "small.html",
            "big.html",
            "page.xhtml",
            "plain.jsp",
            "way/document",
            "way/json",
            "image.png",
            "fragment.html",
            "words.txt",
            "nothing-here");

    /** What shows that a server still serves. */
    static final Asked WHOLE = inOneGo(kept(get("big.html")), kept(get("way/json")), get("way/read-then-page"));

    private final List<Asked> all = new ArrayList<>();

    private Requests() {}

    static List<Asked> all(Container container) {
        Requests requests = new Requests();
        requests.methods();
        requests.places();
        requests.answers();
        requests.corpus(container);
        requests.ranges();
        requests.conditions();
        requests.encodings();
        requests.bodies();
        requests.expectations();
        requests.oldProtocols(container);
        requests.keptConnections();
        requests.malformed();
        return requests.all;
    }

    /** Of which clients see the end no more: nothing of the answer, a byte of it, or a kilobyte. */
    static List<Asked> brokenOff() {
        return List.of(
                inOneGo(get("big.html")),
                inOneGo(get("inject/big-writer")),
                inOneGo(get("inject/nonblocking")),
                inOneGo(get("inject/nonblocking-length")),
                inOneGo(get("inject/async")),
                inOneGo(get("image.png")));
    }

    /** Good requests of every kind, to be asked at once on one connection of HTTP/2. */
    static List<Asked> together() {
        return Stream.concat(
                        KINDS.stream(),
                        Stream.of(
                                "inject/big-writer",
                                "inject/length-big",
                                "inject/nonblocking",
                                "inject/async",
                                "inject/etag",
                                "way/events",
                                "way/error?n=418",
                                "way/async-error",
                                "way/timeout-page",
                                "way/size-length?n=65536&type=application/json"))
                .map(path -> inOneGo(get(path)))
                .toList();
    }

    /** Uploads whose end never comes. */
    static List<Asked> halfSaid() {
        return Stream.of("way/echo", "way/read-then-page", "way/read-listener", "way/parts")
                .flatMap(path -> Stream.of(
                        inOneGo(request(
                                        "POST /probe/" + path,
                                        "Content-Type: multipart/form-data; boundary=B",
                                        "Content-Length: 100000")
                                + "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "x".repeat(2_000)),
                        inOneGo(chunked(path, "5\r\nhello\r\nfff\r\nx")),
                        inOneGo(request("POST /probe/" + path).replaceAll("\r\n.*", ""))))
                .toList();
    }

    /** As a browser asks for a document. */
    private static String get(String path, String... headers) {
        return document("GET", path, headers);
    }

    private static String document(String method, String path, String... headers) {
        String[] browser = {"Accept: text/html,*/*;q=0.8", "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate"};
        return request(
                method + " /probe/" + path,
                Stream.concat(Stream.of(browser), Stream.of(headers)).toArray(String[]::new));
    }

    private static String post(String path, String type, String body) {
        return request("POST /probe/" + path, "Content-Type: " + type, "Content-Length: " + body.length()) + body;
    }

    private void ask(String... requests) {
        all.add(inOneGo(requests));
    }

    private void methods() {
        for (String path : KINDS) {
            for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get")) {
                ask(document(method, path));
            }
            ask(document("POST", path, "Content-Length: 0"));
            ask(request("GET /probe/" + path)); // as curl does
            ask(get(path, "X-Requested-With: XMLHttpRequest"));
            ask(request("GET /probe/" + path, "Sec-Fetch-Dest: empty", "Accept: */*"));
            ask(request("GET /probe/" + path, "Sec-Fetch-Dest: iframe", "Accept: text/html"));
            ask(request("GET /probe/" + path, "Sec-Fetch-Dest: image", "Accept: image/*"));
        }
        ask(request("OPTIONS *"));
        ask(request("PUT /probe/way/echo", "Content-Length: 5") + "hello");
        ask(request("DELETE /probe/way/echo"));
        ask(request("PATCH /probe/way/echo", "Content-Length: 2", "Content-Type: application/json") + "{}");
    }

    private void places() {
        for (String path : List.of(
                "", "sub", "sub/", "sub/index.html", "jsp", "jsp/", "WEB-INF/web.xml", "META-INF/", "sub?a=b")) {
            if (!path.isEmpty()) { // the welcome page has the id of a session in it
                ask(get(path));
                ask(document("HEAD", path));
                ask(document("POST", path, "Content-Length: 0"));
            }
        }
        ask(request("GET /probe"));
        ask(request("GET /"));
        ask(request("GET /nothing"));
        for (String path : List.of("empty.html", "style.css", "bare/words.txt", "small.html?a=b", "small.html;a=b")) {
            ask(get(path));
        }
    }

    /** What the application does, asked for as a document, as data, and as a head. */
    private void answers() {
        List<String> ways = new ArrayList<>(List.of(
                "empty-html",
                "empty-html-length",
                "empty-html-flushed",
                "nothing",
                "events",
                "async-events",
                "session",
                "unread",
                "encoding-identity"));
        ways.addAll(List.of("attachment", "no-sniff-text", "type-late", "type-changed", "type-odd"));
        ways.addAll(List.of("redirect?to=document", "redirect?to=/probe/sub", "redirect?to=//other.test/x"));
        ways.addAll(List.of("redirect?to=https://other.test/", "redirect-after-part", "error-message?text=a%3Cb"));
        ways.addAll(List.of("writer-then-stream", "stream-then-writer"));
        ways.addAll(List.of("forward-after-part", "forward-after-flush", "throw", "throw-after-part"));
        ways.addAll(List.of("async-json", "async-error", "async-throw", "async-forward", "async-complete-at-once"));
        ways.addAll(List.of("async-empty", "timeout", "timeout-page", "timeout-json"));
        for (int status :
                new int[] {200, 201, 202, 203, 205, 206, 226, 300, 301, 304, 307, 400, 401, 403, 404, 500, 503}) {
            ways.add("status?n=" + status);
        }
        for (int status : new int[] {400, 401, 403, 404, 405, 409, 418, 429, 500, 501, 503}) {
            ways.add("error?n=" + status);
        }
        for (String type : TYPES) {
            for (String way : List.of(
                    "headers",
                    "trailers",
                    "big-buffer",
                    "small-buffer",
                    "async-flushes",
                    "print",
                    "offset",
                    "byte-buffer",
                    "closes")) {
                ways.add(way + "?type=" + type);
            }
            for (String way :
                    List.of("reset-after-flush", "error-after-flush", "write-after-close", "header-after-flush")) {
                ways.add(way + "?type=" + type);
            }
            for (String way : List.of("throw-after-flush", "length-too-long", "length-too-short")) {
                ways.add(way + "?type=" + type);
            }
            for (int size : new int[] {1, 80, 8191, 8192, 8193, 32768, 65536, 1 << 20}) {
                ways.add("size?n=" + size + "&type=" + type);
                ways.add("size-writer?n=" + size + "&type=" + type);
                ways.add("size-length?n=" + size + "&type=" + type);
            }
            ways.add("nonblocking?n=100000&type=" + type);
        }
        for (String way : ways) {
            ask(get("way/" + way));
            if (!way.contains("size")
                    && !way.contains("nonblocking")
                    && !way.contains("timeout")) { // of which Tomcat takes a second to notice each
                ask(request("GET /probe/way/" + way, "Sec-Fetch-Dest: empty"));
                ask(document("HEAD", "way/" + way));
            }
        }
    }

    /** Every way of writing a document, followed by another request on the same connection. */
    private void corpus(Container container) {
        for (Corpus page : Corpus.on(container)) {
            if (page.expectation() != Expectation.CUT_SHORT) {
                ask(kept(get(page.path())), get("way/json"));
            }
            // Jetty does not call a WriteListener that waits to write what nobody is to get; and the length that
            // HttpServlet tells is of what another thread has written until then.
            if (page.expectation() != Expectation.CUT_SHORT
                    && !page.path().contains("nonblocking")
                    && !page.path().startsWith("inject/async")) {
                ask(document("HEAD", page.path()));
            }
        }
    }

    private void ranges() {
        for (String path : List.of("small.html", "big.html", "image.png", "fragment.html")) {
            for (String range :
                    List.of("0-0", "0-99", "5-9", "-5", "-0", "100-", "0-", "99999999-", "9-5", "a-b", "")) {
                ask(get(path, "Range: bytes=" + range));
            }
            ask(get(path, "Range: bytes=0-0,5-9"));
            ask(get(path, "Range: bytes=5-9, 0-0 ,-1"));
            ask(get(path, "Range: bytes=0-9,0-9,0-9,0-9,0-9,0-9"));
            ask(get(path, "Range: lines=1-2"));
            ask(get(path, "Range: bytes=0-9", "Range: bytes=20-29"));
            ask(document("HEAD", path, "Range: bytes=0-9"));
            ask(document("POST", path, "Range: bytes=0-9", "Content-Length: 0"));
            ask(get(path, "Range: bytes=0-9", "If-Range: \"other\""));
            ask(get(path, "Range: bytes=0-9", "If-Range: Mon, 01 Jan 2001 00:00:00 GMT"));
            ask(get(path, "Range: bytes=0-9", "If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT"));
        }
        for (String validator : List.of("{etag}", "{date}")) {
            all.add(inOneGo(get("image.png", "Range: bytes=5-9", "If-Range: " + validator))
                    .withValidatorsOf("image.png"));
        }
    }

    private void conditions() {
        String old = "Mon, 01 Jan 2001 00:00:00 GMT";
        String future = "Mon, 01 Jan 2035 00:00:00 GMT";
        for (String path : List.of("small.html", "big.html", "image.png", "style.css", "inject/etag")) {
            List<String> conditions = new ArrayList<>(List.of(
                    "If-None-Match: *",
                    "If-None-Match: \"other\"",
                    "If-None-Match: W/\"other\", \"another\"",
                    "If-None-Match: broken",
                    "If-Match: *",
                    "If-Match: \"other\"",
                    "If-Modified-Since: " + old,
                    "If-Modified-Since: " + future,
                    "If-Modified-Since: yesterday",
                    "If-Unmodified-Since: " + old,
                    "If-Unmodified-Since: " + future,
                    "If-Modified-Since: {date}",
                    "If-None-Match: {etag}",
                    "If-None-Match: {etag}\r\nIf-Modified-Since: {date}",
                    "If-None-Match: {etag}\r\nIf-Modified-Since: " + old,
                    "If-Unmodified-Since: {date}"));
            for (String condition : conditions) {
                all.add(inOneGo(get(path, condition)).withValidatorsOf(path));
                all.add(inOneGo(document("HEAD", path, condition)).withValidatorsOf(path));
            }
        }
        for (String condition : List.of("If-Modified-Since: {date}", "If-None-Match: *", "If-Modified-Since: " + old)) {
            all.add(inOneGo(get("inject/dated", condition)).withValidatorsOf("inject/dated"));
        }
        for (String path : List.of("image.png", "style.css")) {
            // Of several tags nobody could tell which is the copy's, so that a document comes once more.
            all.add(inOneGo(get(path, "If-None-Match: \"other\", {etag}")).withValidatorsOf(path));
            all.add(inOneGo(get(path, "If-Match: {etag}")).withValidatorsOf(path));
        }
    }

    private void encodings() {
        List<String> paths = new ArrayList<>(KINDS);
        paths.addAll(List.of("inject/big-writer", "inject/big-stream", "inject/async", "inject/gzipped-by-app"));
        paths.addAll(List.of("style.css", "way/size?n=65536&type=application/json", "inject/length-big"));
        for (String path : paths) {
            for (String accepted :
                    List.of("gzip", "gzip, deflate, br, zstd", "gzip;q=0", "identity", "br", "*", "GZIP;q=0.5", "")) {
                all.add(inOneGo(get(path, "Accept-Encoding: " + accepted)).toCompressor());
            }
            all.add(inOneGo(document("HEAD", path, "Accept-Encoding: gzip")).toCompressor());
            all.add(inOneGo(request("GET /probe/" + path, "Sec-Fetch-Dest: empty", "Accept-Encoding: gzip"))
                    .toCompressor());
        }
        all.add(inOneGo(get("image.png", "Accept-Encoding: gzip", "Range: bytes=0-9"))
                .toCompressor());
        all.add(inOneGo(get("small.html", "Accept-Encoding: gzip", "Range: bytes=0-9"))
                .toCompressor());
    }

    private void bodies() {
        String form = "application/x-www-form-urlencoded";
        for (String path : List.of("way/echo", "way/unread", "way/read-then-page", "way/read-listener", "small.html")) {
            ask(post(path, "text/plain", "hello"));
            ask(post(path, "text/plain", "x".repeat(100_000)));
            ask(chunked(path, "5\r\nhello\r\n0\r\n\r\n"));
            ask(chunked(path, "1\r\nh\r\n4\r\nello\r\n0\r\n\r\n"));
            ask(chunked(path, "0\r\n\r\n"));
            ask(chunked(path, "5;name=value\r\nhello\r\n0;last\r\n\r\n"));
            ask(chunked(path, "5\r\nhello\r\n0\r\nX-Checksum: 42\r\nX-More: a\r\n\r\n"));
            ask(chunked(path, "186a0\r\n" + "x".repeat(100_000) + "\r\n0\r\n\r\n"));
        }
        ask(chunked("way/echo", "nonsense\r\n"));
        ask(chunked("way/echo", "5\r\nhelloXX0\r\n\r\n"));
        ask(chunked("way/echo", "-5\r\nhello\r\n0\r\n\r\n"));
        ask(post("way/parameters?a=1", form, "b=2&a=3&c=%C3%BC&d=+%2B"));
        ask(post("way/parameters", form, "a=%zz&b=%"));
        ask(post("way/parameters", form, ""));
        ask(post("way/parameters", form + ";charset=UTF-16", "a=1"));
        ask(request("GET /probe/way/parameters?a=%C3%BC&b=&c&=d&a=2"));
        ask(request("GET /probe/way/parameters?a=%zz"));
        String part = String.join(
                "\r\n",
                "--B",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.html\"",
                "Content-Type: text/html",
                "",
                "<html><head></head></html>",
                "");
        String multipart = "multipart/form-data; boundary=B";
        ask(post("way/parts", multipart, part + part + "--B--\r\n"));
        ask(post("way/parts", multipart, part)); // has no end
        ask(post("way/parts", "multipart/form-data", part + "--B--\r\n"));
        ask(post("way/parts", multipart, ""));
        ask(post("way/parts", multipart, part.replace("<html>", "x".repeat(50_000)) + "--B--\r\n"));
        ask(request("POST /probe/way/echo")); // with no word of a body
    }

    private static String chunked(String path, String body) {
        return request("POST /probe/" + path, "Content-Type: text/plain", "Transfer-Encoding: chunked") + body;
    }

    private void expectations() {
        for (String path : List.of("way/echo", "way/read-then-page", "way/read-listener")) {
            all.add(inTurns(
                    List.of("POST"),
                    request("POST /probe/" + path, "Expect: 100-continue", "Content-Length: 5"),
                    "hello"));
            all.add(inTurns(
                    List.of("POST"),
                    request("POST /probe/" + path, "Expect: 100-continue", "Transfer-Encoding: chunked"),
                    "5\r\nhello\r\n0\r\n\r\n"));
        }
        for (String path : List.of("way/unread", "nothing-here")) {
            String head = request("POST /probe/" + path, "Expect: 100-continue", "Content-Length: 5");
            all.add(inTurns(List.of("POST"), head, "hello"));
        }
        ask(request("POST /probe/way/echo", "Expect: miracles", "Content-Length: 5") + "hello");
        ask(get("small.html", "Expect: 100-continue"));
    }

    private void oldProtocols(Container container) {
        for (String path : KINDS) {
            String line = "GET /probe/" + path + " HTTP/1.0\r\n";
            ask(line + "\r\n");
            ask(line + "Host: probe.test\r\n\r\n");
            String kept = line + "Host: probe.test\r\nConnection: keep-alive\r\nAccept: text/html\r\n\r\n";
            ask(kept + request("GET /probe/words.txt"));
            ask("HEAD" + line.substring(3) + "Host: probe.test\r\n\r\n");
        }
        for (String way :
                List.of("size?n=65536&type=", "size-writer?n=100&type=", "async-flushes?type=", "trailers?type=")) {
            for (String type : TYPES) {
                ask("GET /probe/way/" + way + type + " HTTP/1.0\r\nHost: probe.test\r\n\r\n");
            }
        }
        ask("POST /probe/way/echo HTTP/1.0\r\nHost: probe.test\r\nContent-Length: 5\r\n\r\nhello");
        ask("GET /probe/small.html\r\n");
        ask("GET /probe/small.html HTTP/0.9\r\n\r\n");
        ask("GET /probe/small.html HTTP/1.2\r\nHost: probe.test\r\nConnection: close\r\n\r\n");
        ask("GET /probe/small.html HTTP/2.0\r\nHost: probe.test\r\n\r\n");
        ask("GET /probe/small.html HTTP/1.1.1\r\nHost: probe.test\r\n\r\n");
        if (!container.name().startsWith("tomcat-")) { // which waits twenty seconds for the rest of it
            ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nno frame at all, and longer than any head of one");
        }
    }

    private static String kept(String request) {
        return request.replace("Connection: close\r\n", "");
    }

    /** Several requests on a connection, all at once or one after the other. */
    private void keptConnections() {
        String page = kept(get("way/document"));
        String json = kept(request("GET /probe/way/json"));
        ask(page, json, kept(get("image.png")), kept(document("HEAD", "small.html")), get("small.html"));
        ask(json, kept(get("nothing-here")), page, get("way/error?n=418"));
        ask(kept(get("small.html", "If-None-Match: *")), page, get("fragment.html"));
        ask(kept(post("way/echo", "text/plain", "hello")), page, post("way/read-then-page", "text/plain", "hello"));
        ask(kept(post("way/unread", "text/plain", "hello")), get("way/json"));
        ask(kept(chunked("way/echo", "5\r\nhello\r\n0\r\nX-Checksum: 42\r\n\r\n")), get("way/document"));
        ask(kept(chunked("way/unread", "5\r\nhello\r\n0\r\n\r\n")), get("way/json"));
        ask(kept(get("way/events")), kept(get("way/timeout-page")), kept(get("way/async-error")), get("way/json"));
        ask(kept(get("way/redirect?to=x")), kept(get("way/empty-html")), kept(get("way/nothing")), get("way/json"));
        ask(Stream.concat(Stream.generate(() -> page).limit(20), Stream.of(get("way/json")))
                .toArray(String[]::new));
        all.add(inTurns(List.of(), page, json, page, kept(get("big.html")), get("way/json")));
        all.add(inTurns(List.of("HEAD"), kept(document("HEAD", "way/document")), get("way/document")));
        all.add(inTurns(List.of(), kept(get("way/error?n=418")), kept(get("way/throw")), get("way/document")));
        // What the first one makes of the rest of its body must not become a request.
        ask(kept(post("way/unread", "text/plain", "GET /probe/way/json HTTP/1.1\r\n\r\n")), get("way/document"));
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        String hello = "\u0081\u0085\0\0\0\0hello";
        String close = "\u0088\u0082\0\0\0\0\u0003\u00e8";
        all.add(inTurns(List.of(), webSocket(key), hello + close));
        all.add(inTurns(List.of(), webSocket("Sec-WebSocket-Protocol: none"), hello + close));
        // In two parts with a ping in between; what the endpoint does not take; and against the rules: without a mask.
        String parts = "\u0001\u0083\0\0\0\0hel" + "\u0089\u0081\0\0\0\0?" + "\u0080\u0082\0\0\0\0lo";
        all.add(inTurns(List.of(), webSocket(key), parts + close));
        all.add(inTurns(List.of(), webSocket(key), "\u0082\u0081\0\0\0\0x" + close));
        all.add(inTurns(List.of(), webSocket(key), "\u0081\u0005hello" + close));
        all.add(inTurns(
                List.of(),
                webSocket(key + "\r\nSec-WebSocket-Extensions: permessage-deflate"),
                hello.repeat(3) + close));
        // At once, without a wait for the answer.
        ask(webSocket(key) + hello + close);
        ask(request("GET /probe/small.html", "Upgrade: websocket", "Sec-WebSocket-Version: 13"));
        ask(request("GET /probe/small.html", "Upgrade: TLS/1.0, other"));
    }

    private static String webSocket(String header) {
        return request("GET /probe/socket", "Upgrade: websocket", "Sec-WebSocket-Version: 13", header)
                .replace("Connection: close", "Connection: Upgrade");
    }

    /** Answered by the container before there is an application, or not at all. */
    private void malformed() {
        String line = "GET /probe/small.html HTTP/1.1\r\n";
        String end = "Connection: close\r\n\r\n";
        String host = "Host: probe.test\r\n";
        for (String header : List.of(
                "no colon",
                ": no name",
                "Space : before",
                "Bad(name: x",
                "X-Nul: a\0b",
                "X-Return: a\rb",
                "X-Long: " + "x".repeat(20_000),
                "X-Fold: a\r\n b",
                "X-Latin: \u00fc",
                "Content-Length: -1",
                "Content-Length: five",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: unknown",
                "Transfer-Encoding: chunked, gzip",
                "Cookie: JSESSIONID=nobody's; a=\"b; =c",
                "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF",
                "Range: bytes",
                "Accept-Encoding: ;q=;",
                "Sec-Fetch-Dest: ",
                "Sec-Fetch-Dest: document, empty",
                "If-None-Match: \"",
                "If-None-Match: " + "\"x\",".repeat(500),
                "Origin: null",
                "X-Forwarded-Host: \"\r\nX-Forwarded-Proto: ,")) {
            ask(line + host + header + "\r\n" + end);
        }
        ask(line + host + "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n" + end + "0\r\n\r\n");
        ask(line + host + "X-Many: 1\r\n".repeat(300) + end);
        for (String bad : List.of(
                "a b", "[::1", "probe.test:99999", "probe.test:x", "probe.test:-1", "", "a@b", "<>", "_", "%41")) {
            ask(line + "Host: " + bad + "\r\n" + end);
        }
        ask(line + end); // no host
        ask(line + host + "Host: other.test\r\n" + end);
        for (String target : List.of(
                "/probe/%zz",
                "/probe/%",
                "/probe/%00",
                "/probe/small%2ehtml",
                "/probe/sub%2findex.html",
                "/probe/../../x",
                "/probe/sub/../small.html",
                "/probe/sub/%2e%2e/small.html",
                "//probe//small.html",
                "/probe/./small.html",
                "/probe/small.html;jsessionid=nobody",
                "/probe/small.html;",
                "/probe\\small.html",
                "/probe/small.html#part",
                "/probe/<>\"{}|^`",
                "/probe/\u00fc",
                "/probe/%C3%BC",
                "/probe/%FF",
                "/probe/" + "x".repeat(9_000),
                "/probe/small.html?" + "x".repeat(9_000),
                "/probe/small.html?<>\"{}",
                "http://probe.test/probe/small.html",
                "http://other.test/probe/small.html",
                "https://probe.test/probe/small.html",
                "http:///probe/small.html",
                "ftp://probe.test/",
                "probe/small.html",
                "*",
                "",
                "/probe/__lasttab",
                "/__lasttab/page",
                "/probe/sub/__lasttab/page")) {
            ask("GET " + target + " HTTP/1.1\r\n" + host + end);
        }
        for (String start : List.of(
                "G(T /probe/small.html HTTP/1.1",
                "GET",
                "GET /probe/small.html  HTTP/1.1",
                " GET /probe/small.html HTTP/1.1",
                "GET\t/probe/small.html\tHTTP/1.1",
                "GET /probe/small.html http/1.1",
                "GET /probe/small.html HTTP/1.1 x",
                "GET /probe/small.html XTTP/1.1",
                "TRACE /probe/small.html HTTP/1.1",
                "\r\n\r\nGET /probe/small.html HTTP/1.1",
                "VERY-LONG-METHOD-" + "X".repeat(300) + " /probe/small.html HTTP/1.1")) {
            ask(start + "\r\n" + host + end);
        }
        ask((line + host + end).replace("\r\n", "\n"));
        ask("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003 a client that speaks TLS\r\n\r\n");
        ask("\0".repeat(100) + "\r\n\r\n");
        ask("x".repeat(20_000) + "\r\n\r\n");
        // A good request before a bad one.
        ask(kept(get("way/document")), "G(T / HTTP/1.1\r\n\r\n");
    }
}
