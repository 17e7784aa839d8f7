package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.time.Duration;

/** The same where the server alone knows of it: by a redirect, or by a document that was never heard of. */
class RedirectedAwayIT {
    private static final String PAY = "pay.jsp?to=https://pay.example/";
    private static final Duration BEYOND_BOOT = Promise.BOOT.plus(Promise.GRACE).plusSeconds(1);

    @OnEveryServer
    void knowsFromTheRedirectThatThePageIsSentAway(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        assertThat(visitor.post(PAY).status()).isEqualTo(302);
        page.bye();
        story.staysAlive();
        story.endsInTimeAfter(visitor.open("next.jsp", page).bye());
    }

    @OnEveryServer
    void endsTheSessionOfOneWhoWasRedirectedAndNeverComesBack(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        long causes = sentAway(server);
        visitor.visit(PAY);
        story.endsInTimeAfter(page.bye(), Promise.SENT_AWAY);
        assertThat(sentAway(server)).isGreaterThan(causes);
    }

    @OnEveryServer
    void waitsForAUserWhomADocumentSendsOnBeforeItsScriptCanRun(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        visitor.visit("next.jsp"); // its script never speaks
        page.bye();
        story.staysAlive(BEYOND_BOOT);
    }

    @OnEveryServer
    void waitsForAUserWhoIsRedirectedInANewTabThoughTheFirstOneIsClosedLater(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        long before = System.currentTimeMillis();
        visitor.visit(PAY);
        Moment redirected = new Moment(before, System.currentTimeMillis());
        story.staysAlive(Promise.BOOT.plusSeconds(1));
        page.bye();
        story.endsInTimeAfter(redirected, Promise.SENT_AWAY);
        assertThat(story.cause()).isEqualTo("ORPHANED_SENT_AWAY");
    }

    @OnEveryServer
    void takesNoRedirectInsideTheApplicationForOne(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        assertThat(visitor.visit("bounce.jsp").status()).isEqualTo(302);
        assertThat(visitor.visit("pay.jsp?to=" + server.url("next.jsp")).status())
                .isEqualTo(302);
        assertThat(visitor.call(PAY).status()).as("not a document").isEqualTo(302);
        story.endsInTimeAfter(page.bye());
    }

    private static long sentAway(Server server) {
        return server.management().figures(server.probe(), "Exits").get("ORPHANED_SENT_AWAY");
    }
}
