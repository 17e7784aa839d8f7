package io.lasttab.it.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.util.Map;

/** Messages that no page of ours would send are refused, counted, and change nothing. */
class BadBeaconIT {
    private static final String BEACON = "__lasttab/page";

    @OnEveryServer
    void changesNothing(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        long counted = counted(server);
        String bye = "bye " + page.id() + " 99";
        Http good = visitor.withCookie(visitor.beacon());

        refused(405, good.get(visitor.path(BEACON)));
        refused(405, say(good, "PUT", visitor, bye));
        refused(415, say(good.with("Content-Type", "application/json"), "POST", visitor, bye));
        refused(415, say(good.without("Content-Type"), "POST", visitor, bye));
        refused(413, say(good, "POST", visitor, bye + " " + "x".repeat(20_000)));
        refused(400, say(good, "POST", visitor, "farewell " + page.id() + " 99"));
        refused(400, say(good, "POST", visitor, "bye not-an-id 99"));
        refused(400, say(good, "POST", visitor, "bye " + page.id()));
        refused(400, say(good, "POST", visitor, ""));
        refused(403, say(good.with("Sec-Fetch-Site", "cross-site"), "POST", visitor, bye));
        refused(403, say(good.with("Sec-Fetch-Site", "same-site"), "POST", visitor, bye));
        Http old = good.without("Sec-Fetch-Site");
        refused(403, say(old.with("Origin", "http://evil.example"), "POST", visitor, bye));
        refused(403, say(old.with("Origin", "null"), "POST", visitor, bye));

        assertThat(counted(server)).as("beacons counted").isGreaterThanOrEqualTo(counted + 13);
        story.staysAlive();
        story.endsInTimeAfter(page.bye());
    }

    @OnEveryServer
    void ofAPageNeverSeenChangesNothing(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        Http good = visitor.withCookie(visitor.beacon());
        Answer answer = say(good, "POST", visitor, "bye " + SpokenPage.newId() + " 1");
        assertThat(answer.status()).isEqualTo(204);
        story.staysAlive();
        story.endsInTimeAfter(page.bye());
    }

    @OnEveryServer
    void withoutTheSessionChangesNothingAndMakesNone(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());

        Answer bye = say(visitor.beacon(), "POST", visitor, "bye " + page.id() + " 99");
        assertThat(bye.headers("set-cookie")).isEmpty();
        Answer hello = say(visitor.beacon(), "POST", visitor, "hello " + SpokenPage.newId() + " 1");
        assertThat(hello.status()).isEqualTo(202);
        assertThat(hello.headers("set-cookie")).isEmpty();
        Http stranger = visitor.beacon().with("Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");
        Answer unknown = say(stranger, "POST", visitor, "hello " + SpokenPage.newId() + " 1");
        assertThat(unknown.status()).isEqualTo(410);
        assertThat(unknown.headers("set-cookie")).isEmpty();

        story.staysAlive();
    }

    /** With no referrer a browser says that its origin is null, beside a site that is the same: that page is ours. */
    @OnEveryServer
    void isNotOneWhoseSiteIsTheSame(Server server, Visitor visitor) {
        visitor.visit("index.jsp");
        Http shy = visitor.withCookie(visitor.beacon()).with("Origin", "null");
        assertThat(say(shy, "POST", visitor, "hello " + SpokenPage.newId() + " 1")
                        .status())
                .isEqualTo(204);
    }

    @OnEveryServer
    void saidTwiceOrLateChangesNothing(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        page.alive();
        page.hello();
        Http good = visitor.withCookie(visitor.beacon());
        // A bye from before the hello, come late.
        say(good, "POST", visitor, "bye " + page.id() + " 2");
        story.staysAlive();
        story.endsInTimeAfter(page.bye());
    }

    private static Answer say(Http http, String method, Visitor visitor, String message) {
        return http.send(method, visitor.path(BEACON), message.getBytes(US_ASCII));
    }

    private static void refused(int status, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers("set-cookie")).isEmpty();
    }

    private static long counted(Server server) {
        Map<String, Long> beacons = server.management().figures(server.probe(), "Beacons");
        return beacons.values().stream().mapToLong(Long::longValue).sum();
    }
}
