package io.lasttab.it.behaviour;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** Two tabs: the session lives as long as either. */
class SecondTabIT {
    @OnEveryServer
    void keepsTheSessionUntilItIsClosedToo(Server server, Browser browser) {
        Tab first = browser.open(server.url("index.jsp")).awaitHello();
        Tab second = browser.open(server.url("next.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, second.session());

        first.close();
        story.staysAlive();

        Moment closed = second.close();
        story.endsInTimeAfter(new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis()));
    }

    @OnEveryServer
    void countsTheGraceFromTheLastBye(Server server, Visitor visitor) {
        SpokenPage first = visitor.open("index.jsp");
        SpokenPage second = visitor.open("next.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        first.bye();
        story.staysAlive();
        story.endsInTimeAfter(second.bye());
    }
}
