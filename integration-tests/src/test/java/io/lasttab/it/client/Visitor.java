package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lasttab.it.server.Server;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone with a cookie jar of his own, who speaks for his pages himself: the exact times are known. */
public final class Visitor {
    private static final Pattern SESSION = Pattern.compile("JSESSIONID=([^;]*)");

    private final Server server;
    private final String context;
    private String session;

    public Visitor(Server server) {
        this(server, Server.PROBE);
    }

    public Visitor(Server server, String context) {
        this.server = server;
        this.context = context;
    }

    /** The same with the same cookie, in another application: as if the cookie were there for the whole server. */
    public Visitor in(String otherContext) {
        Visitor other = new Visitor(server, otherContext);
        other.session = session;
        return other;
    }

    /** Asks for a document as a browser does. */
    public Answer visit(String path) {
        return remember(withCookie(Http.on(server.port()).asDocument()).get(path(path)));
    }

    /** Asks for data as a program does. */
    public Answer call(String path) {
        return remember(withCookie(Http.on(server.port())).get(path(path)));
    }

    public Answer post(String path) {
        return remember(withCookie(Http.on(server.port()).asDocument()).send("POST", path(path), new byte[0]));
    }

    /** A new tab with a page in it that has already said hello. */
    public SpokenPage open(String path) {
        visit(path);
        return show();
    }

    /** Asks again for a document as a browser does that has it in its cache. */
    public Answer revisit(String path, Answer copy) {
        return remember(withCookie(Http.on(server.port()).asDocument().revalidating(copy))
                .get(path(path)));
    }

    /** The same of a browser that has kept it since before the agent came: with the date that it had then, as it has now. */
    public Answer revisitUnmarked(String path, Answer tagged) {
        return remember(withCookie(Http.on(server.port())
                        .asDocument()
                        .with(
                                "If-Modified-Since",
                                tagged.header("last-modified").orElseThrow()))
                .get(path(path)));
    }

    /** A page of a document that was visited already: it has said hello. */
    public SpokenPage show() {
        SpokenPage page = new SpokenPage(this);
        page.hello();
        return page;
    }

    /** A new page in the tab of another one. */
    public SpokenPage open(String path, SpokenPage before) {
        visit(path);
        SpokenPage page = new SpokenPage(this);
        page.helloAfter(before);
        return page;
    }

    /** Says something to Lasttab, as the script would. */
    Answer say(String message) {
        return remember(withCookie(beacon()).send("POST", path("__lasttab/page"), message.getBytes(US_ASCII)));
    }

    /** The headers of the script's messages. */
    public Http beacon() {
        return Http.on(server.port())
                .with("Origin", "http://127.0.0.1:" + server.port())
                .with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "text/plain;charset=UTF-8");
    }

    public Http withCookie(Http http) {
        return session == null ? http : http.with("Cookie", "JSESSIONID=" + session);
    }

    public String path(String path) {
        return "/" + context + "/" + path;
    }

    /**
     * The session that the server has given this visitor last, as the application knows it: Jetty's cookies say also which
     * server keeps it, behind a dot.
     */
    public String session() {
        if (session == null) {
            throw new AssertionError("no session was given");
        }
        return session.split("\\.", 2)[0];
    }

    private Answer remember(Answer answer) {
        newSession(answer).ifPresent(id -> session = id);
        return answer;
    }

    private static Optional<String> newSession(Answer answer) {
        return answer.headers("set-cookie").stream()
                .map(SESSION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .reduce((first, last) -> last);
    }
}
