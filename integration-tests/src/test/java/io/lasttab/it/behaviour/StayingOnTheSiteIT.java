package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.time.Duration;

/** Whatever a user does inside the application, its session lives on. */
class StayingOnTheSiteIT {
    private static final Duration STORM = Duration.ofSeconds(15);
    private static final Duration BETWEEN_RELOADS = Duration.ofMillis(300);

    @OnEveryServer
    void keepsTheSessionThroughLinksFormsAndReloads(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.click("next", "Next");
        tab.awaitHello().click("back", "Index");
        tab.awaitHello().click("get-send", "Next");
        tab.awaitHello().click("post-send", "Next");
        tab.awaitHello().click("bounce", "Next");
        tab.awaitHello().reload();
        tab.awaitHello();
        story.staysAlive();
        assertThat(story.times("created")).hasSize(1);
        tab.close();
        story.awaitEnd();
    }

    @OnEveryServer
    void survivesAStormOfReloads(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        await("the storm to pass")
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_RELOADS)
                .during(STORM)
                .atMost(STORM.plusSeconds(30))
                .until(() -> {
                    tab.hitReload();
                    return !story.ended();
                });
        story.staysAlive();
        tab.awaitHello().close();
        story.awaitEnd();
    }

    @OnEveryServer
    void waitsForANextPageThatTakesLongerThanTheGrace(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.click("slow", "Slow");
        tab.awaitHello();
        story.staysAlive();
        tab.close();
        story.awaitEnd();
    }

    /** The same with the bye said before the next page comes, as a browser does when the head comes late. */
    @OnEveryServer
    void countsFromTheHelloOfTheNextPage(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        page.bye();
        SpokenPage next =
                visitor.open("slow.jsp?ms=" + Promise.GRACE.multipliedBy(2).toMillis());
        story.staysAlive();
        story.endsInTimeAfter(next.bye());
    }
}
