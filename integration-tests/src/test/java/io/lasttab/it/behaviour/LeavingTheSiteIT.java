package io.lasttab.it.behaviour;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Elsewhere;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;

/** Another address typed into the only tab: the session ends after the grace. */
class LeavingTheSiteIT {
    @OnEveryServer
    void endsTheSession(Server server, Browser browser) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            tab.go(elsewhere.url());
            long after = System.currentTimeMillis() + Promise.BYE_LAG.toMillis();
            story.endsInTimeAfter(new Moment(before, after));
        }
    }

    @OnEveryServer
    void keepsTheSessionOfAUserWhoComesBackInTime(Server server, Browser browser) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            tab.go(elsewhere.url());
            tab.go(server.url("next.jsp"));
            tab.awaitHello();
            story.staysAlive();
        }
    }
}
