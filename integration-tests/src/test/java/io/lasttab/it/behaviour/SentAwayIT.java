package io.lasttab.it.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Elsewhere;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.net.URLEncoder;
import java.time.Duration;

/** The application itself sends its user to another site: the session waits, but not for ever. */
class SentAwayIT {
    private static final String PAY = "pay.jsp?to=https://pay.example/";
    private static final Duration BEYOND_BOOT = Promise.BOOT.plus(Promise.GRACE).plusSeconds(1);

    @OnEveryServer
    void keepsTheSessionOfAUserWhoFollowsALinkAndComesBackByOne(Server server, Browser browser) {
        goesAndComesBack(server, browser, "link", "back-link");
    }

    @OnEveryServer
    void keepsTheSessionOfAUserWhoSendsAFormAndComesBackByARedirect(Server server, Browser browser) {
        goesAndComesBack(server, browser, "button", "back-redirect");
    }

    @OnEveryServer
    void keepsTheSessionOfAUserWhoIsRedirectedAndComesBackByAForm(Server server, Browser browser) {
        goesAndComesBack(server, browser, "redirect", "back-post");
    }

    @OnEveryServer
    void endsTheSessionOfAUserWhoIsSentAwayByAScriptAndNeverComesBack(Server server, Browser browser) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(away(server, elsewhere)).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long causes = sentAway(server);
            long before = System.currentTimeMillis();
            tab.click("script", "Gateway");
            long after = System.currentTimeMillis() + Promise.BYE_LAG.toMillis();
            tab.close();
            story.endsInTimeAfter(new Moment(before, after), Promise.SENT_AWAY);
            assertThat(sentAway(server)).isGreaterThan(causes);
        }
    }

    private static void goesAndComesBack(Server server, Browser browser, String way, String wayBack) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(away(server, elsewhere)).awaitHello();
            String session = tab.session();
            SessionStory story = SessionStory.of(server, session);
            tab.click(way, "Gateway");
            story.staysAlive();
            tab.click(wayBack, "Index");
            tab.awaitHello();
            assertThat(tab.session()).isEqualTo(session);
            Moment closed = tab.close();
            story.endsInTimeAfter(new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis()));
        }
    }

    private static String away(Server server, Elsewhere elsewhere) {
        return server.url("away.jsp?to=" + URLEncoder.encode(elsewhere.gateway(server.url("index.jsp")), UTF_8));
    }

    @OnEveryServer
    void waitsForTheUserThoughAnotherTabIsOpenedAndClosedMeanwhile(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        page.byeTo("pay.example");
        SpokenPage other = visitor.open("index.jsp");
        other.bye();
        story.staysAlive();
        story.endsInTimeAfter(visitor.open("next.jsp", page).bye());
    }

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
