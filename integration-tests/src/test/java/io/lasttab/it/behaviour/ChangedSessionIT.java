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

/** The application ends its session or gives it another id while pages are open: Lasttab follows. */
class ChangedSessionIT {
    @OnEveryServer
    void followsAnIdChangedAtLogin(Server server, Browser browser) {
        Tab other = browser.open(server.url("index.jsp")).awaitHello();
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        String before = tab.session();
        tab.click("login-send", "Next");
        String after = tab.awaitHello().session();
        assertThat(after).isNotEqualTo(before);
        SessionStory story = SessionStory.of(server, after);

        tab.close();
        story.staysAlive(); // by the tab that was open before the change
        Moment closed = other.close();
        story.endsInTimeAfter(new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis()));
    }

    @OnEveryServer
    void followsALoginByANewSession(Server server, Browser browser) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory first = SessionStory.of(server, tab.session());
        tab.click("relogin-send", "Next");
        SessionStory second = SessionStory.of(server, tab.awaitHello().session());
        first.awaitEnd();
        second.staysAlive();
        Moment closed = tab.close();
        second.endsInTimeAfter(new Moment(closed.earliest(), closed.latest() + Promise.BYE_LAG.toMillis()));
    }

    @OnEveryServer
    void keepsTheNewSessionForATabThatHasNotSpokenSince(Server server, Visitor visitor) {
        SpokenPage other = visitor.open("index.jsp");
        SpokenPage tab = visitor.open("index.jsp");
        visitor.post("relogin");
        SessionStory story = SessionStory.of(server, visitor.session());
        tab.bye();
        visitor.open("next.jsp").bye();
        story.staysAlive();
        story.endsInTimeAfter(other.bye());
    }

    @OnEveryServer
    void leavesALogoutToTheApplication(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        SessionStory story = SessionStory.of(server, visitor.session());
        visitor.post("invalidate.jsp");
        story.awaitEnd();
        assertThat(page.alive().status()).isEqualTo(410);
        page.bye();
        story.awaitEnd(); // still once
    }
}
