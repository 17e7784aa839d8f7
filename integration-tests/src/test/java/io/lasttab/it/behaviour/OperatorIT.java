package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an operator changes while the server runs. On one Tomcat and one Jetty, as no container has a part in it; each a server
 * of this test's own, as others would not find what they expect.
 */
class OperatorIT {
    private static final List<String> COUNTS =
            List.of("Exits", "ExitsByPages", "ExitsByLifetimeSeconds", "Injections", "Beacons");

    @TestFactory
    Stream<DynamicTest> changesARunningServer() {
        return Matrix.forScenarios().stream()
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> {
                    try (Server server = Servers.forOneScenario(target, "operator")) {
                        readsTheSettingsAgain(server);
                        countsFromZeroAgain(server);
                        switchesAnApplicationOffAndOnAgain(server);
                        assertThat(server.log().problems()).isEmpty();
                    }
                }));
    }

    private static void readsTheSettingsAgain(Server server) throws IOException {
        Path file = server.settings();
        String before = Files.readString(file);
        Management management = server.management();
        new Visitor(server).visit("index.jsp");
        management.set(server.probe(), "GraceLeftMillis", 7_000L);

        Files.writeString(file, before + "app.probe.grace.sent-away=77s\nmode=kill\n");
        assertThatThrownBy(() -> reload(server))
                .hasStackTraceContaining("The settings stay as they are: mode=kill in " + file + " (line ");
        assertThat(management.get(server.probe(), "GraceSentAwayMillis")).isEqualTo(15_000L);

        Files.writeString(file, before + "app.probe.grace.sent-away=77s\nexits.keep=9\n");
        await().atMost(Duration.ofSeconds(60)).until(() -> lastReload(server).contains("77s"));
        assertThat(lastReload(server))
                .endsWith("The settings were read again from " + file + ": app.probe.grace.sent-away=77s (was not set);"
                        + " only a restart changes exits.keep=9 (5 until then);"
                        + " what was set by JMX stays: grace.left=7000ms of /probe");
        assertThat(management.get(server.probe(), "GraceSentAwayMillis")).isEqualTo(77_000L);
        assertThat(management.get(server.probe(), "GraceLeftMillis")).isEqualTo(7_000L);
        assertThat(server.log().text()).contains("only a restart changes exits.keep=9 (5 until then)");

        assertThat(reload(server)).contains("; undone is what was set by JMX: grace.left=7000ms of /probe");
        assertThat(management.get(server.probe(), "GraceLeftMillis")).isEqualTo(2_000L);
        assertThat(management.get(Management.agent(), "Mode")).isEqualTo("enforce");
        assertThat(management.figures(Management.agent(), "GracesMillis")).containsEntry("SENT_AWAY", 15_000L);
    }

    private static void countsFromZeroAgain(Server server) {
        Management management = server.management();
        Visitor visitor = new Visitor(server);
        visitor.open("index.jsp").bye();
        SessionStory.of(server, visitor.session()).awaitEnd();
        // What a request has done is counted when its answer is there already.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String counts : COUNTS) {
                assertThat(sum(server, counts)).as(counts).isPositive();
            }
        });
        assertThat((Long) management.get(server.probe(), "SessionsSavedNow")).isPositive();
        long before = (Long) management.get(server.probe(), "CountedSinceMillis");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            management.invoke(server.probe(), "resetCounters", new Object[0]);
            for (String counts : COUNTS) {
                assertThat(sum(server, counts)).as(counts).isZero();
            }
        });
        assertThat((Long) management.get(server.probe(), "CountedSinceMillis")).isGreaterThan(before);
        assertThat((Long) management.get(server.probe(), "SessionsSavedNow")).isPositive();
    }

    private static long sum(Server server, String figures) {
        return server.management().figures(server.probe(), figures).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void switchesAnApplicationOffAndOnAgain(Server server) {
        Http browser = Http.on(server.port()).asDocument();
        server.management().invoke(server.probe(), "disable", new Object[0]);
        assertThat(server.management().get(server.probe(), "Enabled")).isEqualTo(false);
        assertThat(browser.get("/probe/index.jsp").text()).doesNotContain("__lasttab");
        assertThat(browser.get("/probe/__lasttab/page").status())
                .as("what open pages say must not reach the application")
                .isEqualTo(405);
        server.management().invoke(server.probe(), "enable", new Object[0]);
        assertThat(browser.get("/probe/index.jsp").text()).contains("__lasttab");
    }

    private static String reload(Server server) {
        return (String) server.management().invoke(Management.agent(), "reload", new Object[0]);
    }

    private static String lastReload(Server server) {
        return (String) server.management().get(Management.agent(), "LastReload");
    }
}
