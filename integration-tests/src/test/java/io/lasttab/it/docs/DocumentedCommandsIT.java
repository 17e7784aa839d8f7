package io.lasttab.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.server.InstalledServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command line in README.md and docs: those that are given beside a running server are run here, beside a Tomcat; those
 * that start one in {@link InstallationIT}; the rest stands here with the reason why not.
 */
class DocumentedCommandsIT {
    private static final Map<String, String> NOT_RUN = Map.of(
            "mvn verify", "is what runs this test",
            "mvn -Pdemo", "builds everything, and runs until Ctrl-C",
            "mvn -Prelease -DskipTests package", "builds everything; run by hand before a release",
            "agent/dist/reproducible.sh", "builds everything twice; run by hand before a release",
            "systemctl daemon-reload", "needs systemd as the first process; InstallationIT checks the unit",
            "systemctl restart tomcat10", "the same",
            "curl -s 'http://127.0.0.1:8778/jolokia/read/io.lasttab:type=Application,*/Exits,SessionsByState'",
                    "needs Jolokia in the server; ScrapedIT asks it for the same",
            "mvn -q -B -DskipITs -DskipTests package", "builds everything, before the next one",
            "mvn -q -Pbenchmark -pl integration-tests exec:exec", "takes most of an hour of a quiet machine");

    /** Commands of the jar itself, and what one does with the jar, its log, and the server's pages. */
    private static final Pattern BESIDE_A_SERVER =
            Pattern.compile("(java -jar lasttab-agent\\.jar|grep|jq|curl|cp|mv)( .*)?");

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** For an agent that was attached as for one that is there from the start; grace.lost as short as alive lets it be. */
    private static final String SETTINGS = """
            grace.closed=1s
            grace.left=1s
            grace.boot=1s
            alive=5s
            grace.lost=5001ms
            exits.log=true
            exits.file=/var/log/tomcat/exits.jsonl
            """;

    @TempDir
    static Path folder;

    private static Machine machine;
    private static InstalledServer server;

    static boolean startsAServer(Command command) {
        return command.text().contains("-javaagent:") || command.text().matches("/opt/\\S+\\.jar");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyCommandIsRunOrStandsHereWithTheReasonWhyNot() {
        assertThat(Documents.commands())
                .hasSizeGreaterThan(NOT_RUN.size())
                .as("a new command needs a test: here, or in InstallationIT")
                .allMatch(command -> startsAServer(command)
                        || BESIDE_A_SERVER.matcher(command.text()).matches()
                        || NOT_RUN.containsKey(command.text()));
    }

    @Test
    void noReasonIsLeftOverOfACommandThatIsGone() {
        assertThat(Documents.commands().stream().map(Command::text).toList()).containsAll(NOT_RUN.keySet());
    }

    @TestFactory
    Stream<DynamicTest> worksBesideAServer() throws IOException {
        machine = new Machine(folder);
        server = machine.install("tomcat-10.1.", "/opt/tomcat");
        Path settings = machine.put("/etc/lasttab.properties", SETTINGS);
        Files.copy(settings, machine.work().resolve("lasttab.properties"));
        server.start(machine.server(
                "CATALINA_OPTS=-javaagent:/opt/lasttab-agent.jar=/etc/lasttab.properties bin/catalina.sh run",
                Map.of()));
        Path exits = machine.at("/var/log/tomcat/exits.jsonl");
        endsASession(exits);
        Files.createSymbolicLink(machine.work().resolve("exits.jsonl"), exits);

        Map<String, Command> commands = new LinkedHashMap<>(); // each once
        Documents.commands().stream()
                .filter(command -> !startsAServer(command) && !NOT_RUN.containsKey(command.text()))
                .forEach(command -> commands.putIfAbsent(command.text(), command));
        return Stream.concat(
                commands.values().stream().map(command -> dynamicTest(command.toString(), () -> isRun(command.text()))),
                Stream.of(dynamicTest("the server is none the worse", () -> isWell(exits))));
    }

    private static void isRun(String command) {
        String program = command.replaceFirst(" .*", "");
        assumeTrue(Machine.has(program) || program.equals("java"), "no " + program);
        boolean agentIsThere = server.page().text().contains("__lasttab");
        if (command.contains(" attach ")) {
            if (agentIsThere) {
                runHere("java -jar lasttab-agent.jar detach 4711");
            }
            runHere(command);
            assertThat(server.page().text()).contains("/shop/__lasttab/");
            return;
        }
        if (!agentIsThere) {
            runHere("java -jar lasttab-agent.jar attach 4711 lasttab.properties");
        }
        String said = runHere(command.matches(".* top \\d+") ? command + " 1" : command); // else until Ctrl-C
        if (command.contains(" detach ")) {
            assertThat(server.page().text()).doesNotContain("__lasttab");
        } else if (command.endsWith("--version")) {
            assertThat(said).isEqualTo("Lasttab " + System.getProperty("lasttab.version") + "\n");
        } else if (command.matches("java -jar lasttab-agent\\.jar|.*4711.*")) {
            assertThat(said).contains(System.getProperty("lasttab.version"));
        } else if (command.endsWith("report.html")) {
            assertThat(machine.work().resolve("report.html")).isNotEmptyFile();
        } else if (!command.matches("(cp|mv) .*")) {
            assertThat(said).as(command).isNotBlank();
        }
    }

    private static String runHere(String command) {
        return machine.run(command.replace("4711", Long.toString(server.jvm().pid()))
                .replace("localhost:8080", "127.0.0.1:" + server.port()));
    }

    private static void isWell(Path exits) throws IOException {
        if (!server.page().text().contains("__lasttab")) {
            runHere("java -jar lasttab-agent.jar attach 4711 lasttab.properties");
        }
        endsASession(exits);
        assertThat(server.log().complaintsOfOurs()).isEmpty();
        assertThat(server.log().problems()).isEmpty();
    }

    /** A visitor whose one page says hello and bye. */
    private static void endsASession(Path exits) throws IOException {
        long before = lines(exits);
        Answer page = server.get(InstalledServer.BASKET);
        String cookie = page.header("set-cookie").orElseThrow().replaceFirst(";.*", "");
        String id = SpokenPage.newId();
        for (String word : List.of("hello " + id + " 1", "bye " + id + " 2")) {
            assertThat(Http.on(server.port())
                            .with("Cookie", cookie)
                            .with("Sec-Fetch-Site", "same-origin")
                            .with("Content-Type", "text/plain;charset=UTF-8")
                            .send(
                                    "POST",
                                    "/" + InstalledServer.CONTEXT + "/__lasttab/page",
                                    word.getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(204);
        }
        await("the end of the session").atMost(LONG).pollDelay(GRACE).until(() -> lines(exits) > before);
    }

    private static long lines(Path exits) throws IOException {
        return Files.exists(exits) ? Files.readAllLines(exits).size() : 0;
    }
}
