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

/** The application itself sends its user to another site: the session waits, but not for ever. */
class SentAwayIT {
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

    private static long sentAway(Server server) {
        return server.management().figures(server.probe(), "Exits").get("ORPHANED_SENT_AWAY");
    }
}
