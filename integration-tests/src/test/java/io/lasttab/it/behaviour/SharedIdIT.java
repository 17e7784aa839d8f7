package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnJetty;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;

/** Jetty gives the sessions of several applications one id, if the browser says it to all of them. */
class SharedIdIT {
    private static final String TWIN = "twin";

    /** One after the other, as they share the second application. */
    @OnJetty
    void endsNoSessionBeforeAllApplicationsAgree(Server server, Visitor visitor) {
        server.deploy(TWIN);
        try {
            allAgree(server, visitor, TWIN);
        } finally {
            server.undeploy(TWIN);
        }
    }

    /** The second application has the servlet API by its old name, and the first by the new one. */
    @OnJetty(sideBySide = true)
    void holdsForEnvironmentsSideBySide(Server server, Visitor visitor) {
        assertThat(new Visitor(server, Server.NEIGHBOUR).visit("index.jsp").text())
                .contains("<head><script src=\"/" + Server.NEIGHBOUR + "/__lasttab/");
        allAgree(server, visitor, Server.NEIGHBOUR);
    }

    private static void allAgree(Server server, Visitor visitor, String second) {
        bothEndWhenBothAreLeft(server, visitor, second);
        aClientWithoutPagesKeepsBoth(server, new Visitor(server), second);
        aLogoutInOneEndsBothAsJettyHasIt(server, new Visitor(server), second);
    }

    private static void bothEndWhenBothAreLeft(Server server, Visitor visitor, String second) {
        SpokenPage page = visitor.open("index.jsp");
        Visitor twin = visitor.in(second);
        SpokenPage other = twin.open("index.jsp");
        assertThat(twin.session()).as("one id for both").isEqualTo(visitor.session());
        SessionStory story = SessionStory.of(server, visitor.session());
        SessionStory twinStory = SessionStory.of(server, second, twin.session());

        page.bye();
        twinStory.staysAlive();
        assertThat(story.ended())
                .as("ended while a page of the same id was open")
                .isFalse();
        Moment bye = other.bye();
        twinStory.endsInTimeAfter(bye); // told once to each listener
        story.awaitEnd();
    }

    private static void aClientWithoutPagesKeepsBoth(Server server, Visitor visitor, String second) {
        SpokenPage page = visitor.open("index.jsp");
        Visitor twin = visitor.in(second);
        twin.call("api");
        assertThat(twin.session()).as("one id for both").isEqualTo(visitor.session());
        page.bye();
        SessionStory.of(server, second, twin.session()).staysAlive();
        assertThat(SessionStory.of(server, visitor.session()).ended()).isFalse();
    }

    private static void aLogoutInOneEndsBothAsJettyHasIt(Server server, Visitor visitor, String second) {
        SpokenPage page = visitor.open("index.jsp");
        Visitor twin = visitor.in(second);
        twin.open("index.jsp");
        twin.post("invalidate.jsp");
        SessionStory.of(server, second, twin.session()).awaitEnd();
        SessionStory.of(server, visitor.session()).awaitEnd();
        assertThat(page.alive().status()).isEqualTo(410);
    }
}
