package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** A page that the browser shows from its cache, after the server has said that it is still good. */
class CachedPageIT {
    @OnEveryServer
    void isSeenIfTheCopyHasTheTag(Server server, Visitor visitor) {
        visitor.open("index.jsp").bye();
        Answer copy = visitor.visit("small.html");
        visitor.show().bye();
        assertThat(visitor.revisit("small.html", copy).status()).isEqualTo(304);
        SessionStory.of(server, visitor.session())
                .endsInTimeAfter(visitor.show().bye());
    }

    @OnEveryServer
    void holdsTheSessionIfTheCopyMayBeOlderThanTheAgent(Server server, Visitor visitor) {
        visitor.open("index.jsp").bye();
        Answer tagged = visitor.visit("small.html");
        visitor.show().bye();
        Answer copy = visitor.revisitUnmarked("small.html", tagged);
        assertThat(copy.status()).isEqualTo(304);
        SessionStory.of(server, visitor.session()).staysAlive(); // until grace.lost, as it may be shown and silent
    }

    @OnEveryServer
    void isSeenInARealBrowser(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.go(server.url("big.html"));
        tab.awaitHello().reload();
        assertThat(tab.awaitHello().isRevalidatedCopy()).isTrue();
        Moment closed = tab.close();
        story.endsInTimeAfter(new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis()));
    }
}
