package io.lasttab.it.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.client.WatchfulVisitors;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes into a server that runs and is in use, and leaves it again. */
class AttachedServerIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** Those that browsers are driven against; all with {@code -Pmatrix}. */
    static List<Target> targets() {
        return Matrix.forScenarios();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("targets")
    void endsTheSessionOfATabThatWasOpenBefore(Target target) throws IOException {
        // Nothing is ended for as long as silence counts as life, which is here an alive that comes late.
        Path settings = Files.writeString(
                folder.resolve("lasttab.properties"), "grace.closed=2s\ngrace.left=2s\nalive=5s\ngrace.lost=8s\n");
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

    /** One for each adapter; all with {@code -Pmatrix}. */
    static List<Target> adapters() {
        return Matrix.forEachAdapter();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("adapters")
    void costsNoRequestAndLeavesNoTrace(Target target) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("lasttab.properties"), "grace.closed=2s\nalive=5s\ngrace.lost=5100ms\n");
        try (Server server = Servers.withoutAgent(target, "crowded")) {
            List<String> before = untimed(server);
            WatchfulVisitors visitors = WatchfulVisitors.at(server);
            try (visitors) {
                goesOn(visitors, visitors::answers);
                for (int time = 1; time <= 2; time++) {
                    run("attach", pid(server), settings.toString());
                    goesOn(visitors, visitors::tagged);
                    run("detach", pid(server));
                    goesOn(visitors, visitors::answers);
                }
            }
            assertThat(visitors.wrong()).as("to the end").isNull();
            assertThat(untimed(server)).isEqualTo(before);
            Management management = server.management();
            assertThat(management.names("io.lasttab:*")).isEmpty();
            await().atMost(LONG).untilAsserted(() -> assertThat(management.threads())
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("lasttab")));
            // The bridge stays, asleep; that no object of another class is there means that its loader is gone, too.
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(leftOver(management)).isEmpty());
            assertThat(server.log().problems()).isEmpty();
        }
    }

    /** Our classes of which there are objects, without the bridge's. */
    private static List<String> leftOver(Management management) {
        return management.instances().keySet().stream()
                .filter(name -> name.startsWith("io.lasttab.") && !name.startsWith("io.lasttab.bridge."))
                .filter(name -> !name.startsWith("io.lasttab.probe.")) // the application
                .toList();
    }

    /** Some round trips of everybody, so that no request is left that was under way. */
    private static void goesOn(WatchfulVisitors visitors, IntSupplier answers) {
        int before = answers.getAsInt();
        await().atMost(LONG).until(() -> answers.getAsInt() > before + 100 || visitors.wrong() != null);
        assertThat(visitors.wrong()).isNull();
    }

    /** Some answers, head and all, but for the time in them. */
    private static List<String> untimed(Server server) {
        Http browser = Http.on(server.port()).asDocument();
        return Stream.of("small.html", "way/document", "words.txt", "way/json")
                .map(path -> browser.get("/probe/" + path).blanked("date").toString())
                .toList();
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
