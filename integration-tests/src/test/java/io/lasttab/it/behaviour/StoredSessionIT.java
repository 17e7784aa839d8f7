package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnJetty;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.JettySetup;
import io.lasttab.it.server.Server;
import java.time.Duration;

/** Sessions that Jetty keeps in a store, and not for ever in memory besides. */
class StoredSessionIT {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);

    @OnJetty({JettySetup.FILES, JettySetup.DATABASE})
    void isGoneFromTheStoreTooWhenItsLastTabIsClosed(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        String session = visitor.session();
        await("the session in the store").atMost(EVENTUALLY).until(() -> isStored(server, session));
        Moment bye = page.bye();
        SessionStory.of(server, session).endsInTimeAfter(bye);
        await("the store to forget the session").atMost(EVENTUALLY).until(() -> !isStored(server, session));
        visitor.visit("index.jsp");
        assertThat(visitor.session()).as("a session of the same cookie").isNotEqualTo(session);
        assertThat(server.management().get(server.probe(), "FailedExpiries")).isEqualTo(0L);
    }

    @OnJetty({JettySetup.FILES, JettySetup.DATABASE})
    void keepsItsPagesAsUnseenOnesOverAnEviction(Server server, Visitor visitor) {
        SpokenPage silent = visitor.open("index.jsp");
        String session = visitor.session();
        SessionStory story = SessionStory.of(server, session);
        awaitEviction(server, silent);
        assertThat(story.ended()).isFalse();

        long before = System.currentTimeMillis();
        SpokenPage page = visitor.open("next.jsp");
        long loaded = System.currentTimeMillis();
        assertThat(visitor.session()).as("the session, loaded again").isEqualTo(session);
        page.bye();
        long end = story.awaitEnd();
        assertThat(end - before)
                .as("the silent page counts as there")
                .isGreaterThanOrEqualTo(JettySetup.LOST.toMillis());
        assertThat(end - loaded)
                .isLessThanOrEqualTo(JettySetup.LOST.plus(Promise.SLACK).toMillis());
        await("the store to forget the session").atMost(EVENTUALLY).until(() -> !isStored(server, session));
        assertThat(server.management().get(server.probe(), "FailedExpiries")).isEqualTo(0L);
    }

    @OnJetty({JettySetup.FILES, JettySetup.DATABASE})
    void livesOnInTheStoreIfItsLastTabIsClosedAfterAnEviction(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        String session = visitor.session();
        awaitEviction(server, page);
        page.bye();
        SessionStory.of(server, session).staysAlive();
        assertThat(isStored(server, session)).isTrue();
        visitor.visit("next.jsp");
        assertThat(visitor.session()).isEqualTo(session);
    }

    /** Until Lasttab does not find the session of an open page in memory any more: that it speaks keeps no session there. */
    private static void awaitEviction(Server server, SpokenPage page) {
        await("the eviction of an idle session")
                .atMost(EVENTUALLY)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    long before = withoutSession(server);
                    assertThat(page.alive().status()).isIn(204, 202);
                    return withoutSession(server) > before;
                });
    }

    private static long withoutSession(Server server) {
        return server.management().figures(server.probe(), "Beacons").get("NO_SESSION");
    }

    private static boolean isStored(Server server, String session) {
        return server.storedSessions().contains(session);
    }
}
