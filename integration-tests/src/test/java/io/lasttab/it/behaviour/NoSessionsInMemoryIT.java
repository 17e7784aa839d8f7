package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnJetty;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.JettySetup;
import io.lasttab.it.server.Server;

/** An application whose sessions Jetty keeps in the store alone (NullSessionCache) is left as it is without us. */
class NoSessionsInMemoryIT {
    @OnJetty(JettySetup.OWN_HANDLERS)
    void leavesTheApplicationAloneWithOneWarning(Server server, Visitor neighbour) {
        Visitor visitor = new Visitor(server, JettySetup.FLEETING);
        assertThat(visitor.visit("index.jsp").text()).doesNotContain("__lasttab");
        String session = visitor.session();
        assertThat(visitor.visit("next.jsp").text()).contains(session).doesNotContain("__lasttab");
        assertThat(visitor.open("next.jsp").alive().status())
                .as("the application's own answer")
                .isIn(404, 405);
        SessionStory.of(server, JettySetup.FLEETING, session).staysAlive();

        assertThat(server.management().get(server.application(JettySetup.FLEETING), "LeftAlone"))
                .asString()
                .contains("NullSessionCache");
        assertThat(server.log().text().lines())
                .filteredOn(line -> line.contains("WARN") && line.contains("/" + JettySetup.FLEETING))
                .singleElement()
                .asString()
                .contains("left alone", "NullSessionCache");
        assertThat(neighbour.visit("index.jsp").text())
                .as("the application beside it")
                .contains("__lasttab");
    }
}
