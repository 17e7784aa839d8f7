package io.lasttab.it.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes into a server that runs and is in use, and leaves it again. */
class AttachedServerIT {

    @TempDir
    Path folder;

    /** One for each of our newer adapters; all with {@code -Pmatrix}. */
    static List<Target> targets() {
        return Matrix.forScenarios();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("targets")
    void endsTheSessionOfATabThatWasOpenBefore(Target target) throws IOException {
        // The shortest that silence may count as life is just longer than what passes from one alive to the next.
        Path settings = Files.writeString(
                folder.resolve("lasttab.properties"), "grace.closed=2s\ngrace.left=2s\nalive=5s\ngrace.lost=5100ms\n");
        try (Server server = Servers.withoutAgent(target, "attached");
                Browser browser = Browser.start(Engine.CHROMIUM)) {
            Tab tab = browser.open(server.url("index.jsp"));
            String session = tab.session();
            run("attach", pid(server), settings.toString());
            tab.reload();
            tab.awaitHello();
            assertThat(tab.session()).as("the same one").isEqualTo(session);
            SessionStory story = SessionStory.of(server, session);
            story.staysAlive();
            tab.close();
            story.awaitEnd();
            assertThat(story.cause()).startsWith("ORPHANED_");

            run("detach", pid(server));
            assertThat(server.management().has(Management.agent())).isFalse();
            assertThat(server.management().has(server.probe())).isFalse();
            assertThat(new Visitor(server).visit("index.jsp").text()).doesNotContain("__lasttab");
            assertThat(server.log().problems()).isEmpty();
        }
    }

    private static String pid(Server server) {
        return Long.toString(server.process().pid());
    }

    private static void run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                System.getProperty("lasttab.agent.jar")));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", command, said)
                .isZero();
    }
}
