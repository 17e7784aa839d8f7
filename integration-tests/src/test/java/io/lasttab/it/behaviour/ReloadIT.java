package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Settings that are read again while the server runs. On one Tomcat and one Jetty, as no container has a part in it; each a
 * server of this test's own, as a reload is for all applications.
 */
class ReloadIT {
    @TestFactory
    Stream<DynamicTest> followsTheFileAndTheOperator() {
        return Matrix.forScenarios().stream()
                .map(target -> DynamicTest.dynamicTest(target.toString(), () -> {
                    try (Server server = Servers.forOneScenario(target, "reload")) {
                        followsTheFileAndTheOperator(server);
                        assertThat(server.log().problems()).isEmpty();
                    }
                }));
    }

    private static void followsTheFileAndTheOperator(Server server) throws IOException {
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
    }

    private static String reload(Server server) {
        return (String) server.management().invoke(Management.agent(), "reload", new Object[0]);
    }

    private static String lastReload(Server server) {
        return (String) server.management().get(Management.agent(), "LastReload");
    }
}
