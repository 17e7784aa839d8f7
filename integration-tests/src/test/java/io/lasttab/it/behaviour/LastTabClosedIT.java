package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** The last tab closed: the session ends within the grace and a second, without a further request, told once. */
class LastTabClosedIT {
    @OnEveryServer
    void endsTheSessionOnTimeAfterTheBye(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        Moment bye = page.bye();
        SessionStory.of(server, visitor.session()).endsInTimeAfter(bye);
    }

    @OnEveryServer
    void endsTheSessionOfARealBrowser(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        Moment closed = tab.close();
        Moment bye = new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis());
        story.endsInTimeAfter(bye);
    }

    @OnEveryServer
    void givesTheNextVisitANewSession(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        String first = visitor.session();
        page.bye();
        SessionStory.of(server, first).awaitEnd();
        assertThat(visitor.visit("index.jsp").status()).isEqualTo(200);
        assertThat(visitor.session()).isNotEqualTo(first);
    }
}
