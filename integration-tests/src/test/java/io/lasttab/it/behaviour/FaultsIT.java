package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.UsersWhoLeft;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What fails when sessions are to be ended, and what becomes of the others: {@code docs/faults.md}. On a server of this test's
 * own for each adapter, as it brings much to fail.
 */
class FaultsIT {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);
    /** More than there are threads for an application. */
    private static final int BLOCKED = 20;

    private static final int THREADS = 16;
    private static final int CROWD = Boolean.getBoolean("lasttab.matrix") ? 10_000 : 1_000;
    private static final String OTHER = "other";

    @TestFactory
    Stream<DynamicTest> loseNothingAndStopNothing() {
        return Matrix.forEachAdapter().stream()
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> {
                    Server server = Servers.special(target, "faults", "", List.of(), List.of());
                    try (server) {
                        new Visitor(server).visit("index.jsp");
                        aListenerThatThrows(server);
                        anExitLogThatCannotBeWritten(server);
                        aReaperThatIsStopped(server);
                        manyEndsAtOnce(server);
                        endsWhileTheApplicationGoes(server);
                        listenersThatBlock(server);
                        assertThat(Http.on(server.port())
                                        .get("/probe/trouble?twice=yes")
                                        .text())
                                .as("sessions that have ended twice")
                                .isEmpty();
                        theServerStopsInTheMidstOfEnds(server);
                    } catch (AssertionError failure) {
                        failure.addSuppressed(new AssertionError(
                                "the server's log ends:\n" + server.log().tail()));
                        throw failure;
                    }
                    assertThat(server.log().problems(line -> line.startsWith("java.lang.ThreadDeath")))
                            .isEmpty();
                }));
    }

    private static void aListenerThatThrows(Server server) {
        Visitor one = new Visitor(server);
        SpokenPage page = one.open("index.jsp");
        one.call("trouble?end=throw");
        Visitor other = new Visitor(server);
        SpokenPage others = other.open("index.jsp");
        page.bye();
        others.bye();
        SessionStory.of(server, one.session()).awaitEnd();
        SessionStory.of(server, other.session()).awaitEnd();
        assertThat(failedExpiries(server)).isZero();
        if (server.toString().startsWith("jetty-12")) { // the others log it themselves, as at a timeout
            assertThat(faults(server, "session listener")).isEqualTo(1);
            assertThat(warnings(server, "Look after its listeners")).isEqualTo(1);
        }
    }

    private static void anExitLogThatCannotBeWritten(Server server) throws IOException {
        awaitLine(server, endOne(server));
        Files.delete(server.exitLog());
        Files.createDirectory(server.exitLog());
        endOne(server);
        await().atMost(EVENTUALLY).until(() -> linesLost(server) > 0);
        endOne(server);
        assertThat(warnings(server, "cannot be written; its lines are lost")).isEqualTo(1);

        Files.delete(server.exitLog());
        await().atMost(EVENTUALLY).until(() -> {
            endOne(server);
            return Files.isRegularFile(server.exitLog());
        });
    }

    /** Newer Javas cannot stop a thread. */
    private static void aReaperThatIsStopped(Server server) {
        if (server.target().jdk().feature() >= 20) {
            return;
        }
        String stopped =
                Http.on(server.port()).get("/probe/trouble?stop=lasttab-reaper").text();
        assertThat(stopped).isEqualTo("1");
        awaitLine(server, endOne(server));
        assertThat(faults(server, "reaper")).isPositive();
        assertThat(warnings(server, "The reaper met a fault and goes on")).isEqualTo(1);
    }

    private static void manyEndsAtOnce(Server server) {
        Management management = server.management();
        management.set(server.probe(), "GraceClosedMillis", 600_000L);
        long before = events(server, "destroyed");
        new UsersWhoLeft(server.url("")).comesAndGoes(CROWD);
        assertThat(events(server, "destroyed")).isEqualTo(before);
        management.set(server.probe(), "GraceClosedMillis", 1_000L);
        await().atMost(EVENTUALLY).until(() -> {
            assertThat(expiryThreads(server)).isLessThanOrEqualTo(THREADS);
            return events(server, "destroyed") - before >= CROWD; // each time a request that is answered meanwhile
        });
        await().atMost(EVENTUALLY).until(() -> events(server, "unbound") == events(server, "destroyed"));
        assertThat(events(server, "destroyed") - before).isEqualTo(CROWD);
        assertThat(failedExpiries(server)).isZero();
        management.set(server.probe(), "GraceClosedMillis", 2_000L);
    }

    private static void endsWhileTheApplicationGoes(Server server) {
        String loader = server.target().container().applicationLoader();
        long before = server.management().instances(loader);
        server.deploy("going");
        new UsersWhoLeft(server.url("going", "")).comesAndGoes(1);
        server.management().set(server.application("going"), "GraceClosedMillis", 600_000L);
        new UsersWhoLeft(server.url("going", "")).comesAndGoes(200);
        server.management().set(server.application("going"), "GraceClosedMillis", 1_000L);
        server.undeploy("going");
        await("the application's loader to be collected")
                .pollInterval(Duration.ofSeconds(1))
                .atMost(EVENTUALLY)
                .until(() -> {
                    // With and without the agent: a connection of Jetty 12 keeps the application that it asked last
                    // (ServletContextHandler.wrapRequest), and a selector, until another connection has something to
                    // say, the connection that has ended (the cursor of ManagedSelector's SelectorProducer).
                    Http.on(server.port()).get("/probe/events");
                    return server.management().instances(loader) == before;
                });
    }

    private static void listenersThatBlock(Server server) {
        server.deploy(OTHER);
        block(server, 10);
        endOne(server); // of the same application
        block(server, BLOCKED - 10);
        await().atMost(EVENTUALLY)
                .untilAsserted(() -> assertThat(events(server, "blocking")).isEqualTo(THREADS));
        Visitor other = new Visitor(server, OTHER);
        arrive(other).bye();
        SessionStory.of(server, OTHER, other.session()).awaitEnd();
        assertThat(events(server, "blocking"))
                .as("still blocked, and no more threads for them")
                .isEqualTo(THREADS);

        long open = events(server, "created") - events(server, "unbound");
        assertThat(open).isGreaterThanOrEqualTo(BLOCKED);
        Http.on(server.port()).get("/probe/trouble?free=yes");
        await().atMost(EVENTUALLY).until(() -> events(server, "created") - events(server, "unbound") <= open - BLOCKED);
        assertThat(failedExpiries(server)).isZero();
    }

    private static void block(Server server, int sessions) {
        for (int i = 0; i < sessions; i++) {
            Visitor visitor = new Visitor(server);
            SpokenPage page = arrive(visitor);
            visitor.call("trouble?end=block");
            page.bye();
        }
    }

    /** In an application whose listeners still block: the others were let go for good. */
    private static void theServerStopsInTheMidstOfEnds(Server server) {
        server.management().set(server.application(OTHER), "GraceClosedMillis", 600_000L);
        for (int i = 0; i < 3; i++) {
            Visitor visitor = new Visitor(server, OTHER);
            SpokenPage page = arrive(visitor);
            visitor.call("trouble?end=1500");
            page.bye();
        }
        new UsersWhoLeft(server.url(OTHER, "")).comesAndGoes(100);
        server.management().set(server.application(OTHER), "GraceClosedMillis", 1_000L);
        await().atMost(EVENTUALLY).until(() -> events(server, OTHER, "blocking") > 0);
        server.close(); // fails if it takes longer than a server may
    }

    /** A session that ends as it should, while something else does not. */
    private static String endOne(Server server) {
        Visitor visitor = new Visitor(server);
        visitor.open("index.jsp").bye();
        SessionStory.of(server, visitor.session()).awaitEnd();
        return visitor.session();
    }

    private static void awaitLine(Server server, String session) {
        String own = session.substring(session.length() - 4);
        await("the line of the session").atMost(EVENTUALLY).until(() -> Files.readString(server.exitLog())
                .contains(own + "\""));
    }

    /** A page, of an application that has compiled none yet. */
    private static SpokenPage arrive(Visitor visitor) {
        visitor.call("api");
        return visitor.show();
    }

    private static long failedExpiries(Server server) {
        return (Long) server.management().get(server.probe(), "FailedExpiries");
    }

    private static long linesLost(Server server) {
        return (Long) server.management().get(Management.agent(), "ExitLinesLost");
    }

    private static long faults(Server server, String kind) {
        return server.management().figures(Management.agent(), "Faults").get(kind);
    }

    private static long expiryThreads(Server server) {
        return server.management().threads("lasttab-expiry");
    }

    private static long warnings(Server server, String words) {
        return server.log()
                .text()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains(words))
                .count();
    }

    private static long events(Server server, String event) {
        return events(server, Server.PROBE, event);
    }

    private static long events(Server server, String context, String event) {
        return Http.on(server.port())
                .get("/" + context + "/events")
                .text()
                .lines()
                .filter(line -> line.contains(" " + event + " "))
                .count();
    }
}
