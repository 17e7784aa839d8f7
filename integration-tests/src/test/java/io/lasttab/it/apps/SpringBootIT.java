package io.lasttab.it.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;

/**
 * A Spring Boot application in a fat jar: Spring Security's login with a new session id, a token in every form, and a policy
 * that lets only scripts with a nonce run.
 */
class SpringBootIT {
    @OnEveryFatJar
    void endsTheSessionOfAUserWhoHasLoggedInAndWorkedAndClosesTheTab(Server server, Browser browser) {
        Tab tab = browser.open(server.url("")).awaitHello();
        String beforeLogin = tab.session();
        logIn(tab);
        assertThat(tab.session()).as("the id after the login").isNotEqualTo(beforeLogin);
        tab.type("text", "milk");
        tab.click("note-send");
        tab.awaitThat("the note to be there", "document.getElementById('notes').textContent === 'milk'")
                .awaitHello();

        SessionStory story = SessionStory.of(server, tab.session());
        story.staysAlive();
        tab.close();
        story.awaitEnd();
        assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");

        browser.open(server.url("")).awaitThat("the login to be asked for", "document.title === 'Login'");
        assertThat(server.log().complaintsOfOurs()).isEmpty();
    }

    /** The request that became the WebSocket does not run any more, or is over with the tab: either will do. */
    @OnEveryFatJar
    void endsTheSessionOfATabWithAWebSocketWhenTheTabIsClosed(Server server, Browser browser) {
        Tab tab = browser.open(server.url("")).awaitHello();
        logIn(tab);
        tab.go(server.url("live"));
        tab.awaitHello().awaitThat("the socket to answer", "document.getElementById('heard').textContent === 'tick'");
        SessionStory story = SessionStory.of(server, tab.session());
        story.staysAlive();
        tab.close();
        story.awaitEnd();
        assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");
        assertThat(server.log().complaintsOfOurs()).isEmpty();
    }

    /** Otherwise the first test would show less than it says. */
    @OnEveryFatJar
    void refusesAFormWithoutItsToken(Server server) {
        assertThat(Http.on(server.port())
                        .asDocument()
                        .send("POST", "/" + Server.PROBE + "/login", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    private static void logIn(Tab tab) {
        tab.type("username", "reader");
        tab.type("password", "secret");
        tab.click("login-send", "Notes");
        tab.awaitHello();
    }
}
