package io.lasttab.it.soak;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.util.function.Supplier;

/** A visitor whose every answer is looked at, and who notices when the session was taken away. */
final class Guest {
    private final Server server;
    private final RequestTally requests;
    private final Visitor visitor;
    private String session;

    Guest(Server server, String context, RequestTally requests) {
        this.server = server;
        this.requests = requests;
        this.visitor = new Visitor(server, context);
    }

    /** Asks for a document as a browser does. */
    Answer visit(String path) {
        return inTheSameSession(200, () -> visitor.visit(path));
    }

    /** Asks for data as a program does. */
    Answer call(String path) {
        return inTheSameSession(200, () -> visitor.call(path));
    }

    /** Asks again for what a browser has in its cache. */
    void revisit(String path, Answer copy) {
        inTheSameSession(304, () -> visitor.revisit(path, copy));
    }

    /** A script of the page sends something; gives the answer's text. */
    String upload(String path, byte[] body) {
        Http http = visitor.withCookie(Http.on(server.port())).with("Sec-Fetch-Dest", "empty");
        return inTheSameSession(200, () -> http.send("POST", visitor.path(path), body))
                .text();
    }

    /** A new tab with a page in it that is heard. */
    SpokenPage open(String path) {
        visit(path);
        return heard(visitor.show());
    }

    /** A new page in the tab of another one, which says bye. */
    SpokenPage follow(String path, SpokenPage before) {
        bye(before);
        visit(path);
        return heard(visitor.show());
    }

    private SpokenPage heard(SpokenPage page) {
        requests.answered(); // its hello
        alive(page);
        return page;
    }

    void alive(SpokenPage page) {
        requests.expect(204, page::alive);
    }

    /** Says that the page is still there, which the server may know better; gives whether it agrees. */
    boolean isAlive(SpokenPage page) {
        requests.answered();
        return page.alive().status() == 204;
    }

    void bye(SpokenPage page) {
        page.bye();
        requests.answered();
    }

    /** Logs in or out: posts, and may have another session afterwards. */
    void moveOn(String path) {
        requests.expect(302, () -> visitor.post(path));
        session = visitor.session();
    }

    private Answer inTheSameSession(int status, Supplier<Answer> request) {
        Answer answer = requests.expect(status, request);
        if (session == null && !answer.headers("set-cookie").isEmpty()) {
            session = visitor.session();
        } else if (session != null && !session.equals(visitor.session())) {
            throw new AssertionError("the session was lost");
        }
        return answer;
    }
}
