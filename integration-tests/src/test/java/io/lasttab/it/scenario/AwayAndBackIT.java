package io.lasttab.it.scenario;

import static io.lasttab.it.client.Engine.WEBKIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Elsewhere;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;
import java.net.URLEncoder;
import java.time.Duration;

/** The application sends its user to another site. */
class AwayAndBackIT {
    /** Told from the grace of everybody else. */
    private static final Duration DETOUR = Promise.GRACE.plusSeconds(2);

    private static final Duration BEYOND_BOOT = Promise.BOOT.plus(Promise.GRACE).plusSeconds(1);

    @Scenario(
            number = 8,
            when = "to another site by a link and by a form, and back by a link and by a redirect",
            promised = "alive while the user is there, one session; closed: ended in time")
    void aLinkAndAFormSendTheUserAway(Server server, Browser browser, Witness witness) {
        goAndComeBack(server, browser, witness, "link", "back-link", "post", "back-redirect");
    }

    @Scenario(
            number = 8,
            when = "to another site by a 302 after POST and by a button's address, back by a link and by a POST",
            promised = "alive while the user is there, one session; closed: ended in time")
    void aRedirectAndAButtonSendTheUserAway(Server server, Browser browser, Witness witness) {
        // In this order: who leaves soon after a redirect is taken for the one whom it sends away.
        goAndComeBack(server, browser, witness, "redirect", "back-link", "button", "back-post");
    }

    @Scenario(
            number = 8,
            when = "to another site by `location=`, and back by a POST",
            promised = "alive while the user is there, one session; closed: ended in time",
            notDriven =
                    @NotDriven(
                            engines = WEBKIT,
                            because = "has no Navigation API, so that a script that does so is not known of"))
    void aScriptSendsTheUserAway(Server server, Browser browser, Witness witness) {
        goAndComeBack(server, browser, witness, "script", "back-post");
    }

    /** By each of the ways, with the way back behind it. */
    private static void goAndComeBack(Server server, Browser browser, Witness witness, String... ways) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(away(server, elsewhere)).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            for (int way = 0; way < ways.length; way += 2) {
                tab.click(ways[way], "Gateway");
                witness.alive(story, DETOUR);
                tab.click(ways[way + 1], "Index");
                assertThat(tab.awaitHello().session()).isEqualTo(story.session());
                if (way + 2 < ways.length) {
                    tab.go(away(server, elsewhere));
                    tab.awaitHello();
                }
            }
            witness.endsByBye(story, tab.close());
        }
    }

    @Scenario(
            number = 8,
            when = "to another site by a link; the tab is closed there",
            promised = "alive; ended when `grace.sent-away` is over")
    void whoNeverComesBackIsNotWaitedForForEver(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(away(server, elsewhere)).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            tab.click("link", "Gateway");
            Moment left = new Moment(before, System.currentTimeMillis() + Promise.BYE_LAG.toMillis());
            tab.close();
            story.endsInTimeAfter(left, Promise.SENT_AWAY);
            assertThat(story.cause()).isEqualTo("ORPHANED_SENT_AWAY");
            witness.saw("ended in time as ORPHANED_SENT_AWAY");
        }
    }

    /** The hello of a document that the server has not sent must not be taken for that of the one that it has sent. */
    @Scenario(
            number = 8,
            when =
                    "one tab is sent to another site before scripts can run; another one shows a page out of the browser's"
                            + " cache, and is closed",
            promised = "alive while the user is there; back and closed: ended")
    void aPageOutOfTheCacheSaysNothingOfAnother(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab other = browser.open(server.url("cached.jsp")).awaitHello();
            other.go(server.url("index.jsp"));
            SessionStory story = SessionStory.of(server, other.awaitHello().session());
            String to = URLEncoder.encode(elsewhere.gateway(server.url("index.jsp")), UTF_8);
            Tab tab = browser.open(server.url("hurry.jsp?by=form&to=" + to));
            tab.awaitThat("the gateway", "document.title === 'Gateway'");
            other.run("setTimeout(() => location = 'cached.jsp', 0)");
            other.awaitThat("the page", "document.title === 'Cached'").awaitHello();
            boolean cached = Boolean.TRUE.equals(
                    other.run("return performance.getEntriesByType('navigation')[0].transferSize === 0"));
            witness.saw(cached ? "shown from the cache" : "loaded anew");
            other.close();
            witness.alive(story, BEYOND_BOOT);
            tab.click("back-link", "Index");
            assertThat(tab.awaitHello().session()).isEqualTo(story.session());
            tab.close();
            witness.ends(story);
        }
    }

    private static String away(Server server, Elsewhere elsewhere) {
        return server.url("away.jsp?to=" + URLEncoder.encode(elsewhere.gateway(server.url("index.jsp")), UTF_8));
    }
}
