package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes into a server that runs, and leaves it again. */
class AttachIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path settings;

    static Stream<Path> jdks() {
        return ChildJvm.jdks();
    }

    /** As short as they may be: at first nothing is ended for grace.lost, which must be longer than alive. */
    @BeforeEach
    void shortGraces() throws IOException {
        settings = Files.writeString(
                folder.resolve("lasttab.properties"),
                "grace.closed=1s\ngrace.left=1s\ngrace.boot=1s\ngrace.lost=5001ms\nalive=5s\nexits.file="
                        + folder.resolve("exits.jsonl") + "\n");
    }

    private ChildJvm serve(Embedded embedded, String... options) throws IOException {
        return ChildJvm.serve(embedded, ChildJvm.thisJdk(), List.of(options), folder, embedded.jars());
    }

    private ToolJvm attach(ChildJvm server) throws IOException {
        ToolJvm attach = ToolJvm.run("attach", server.pid(), settings.toString());
        assertThat(attach.exit()).as(attach.toString()).isZero();
        return attach;
    }

    private static void detach(ChildJvm server) throws IOException {
        ToolJvm detach = ToolJvm.run("detach", server.pid());
        assertThat(detach.exit()).as(detach.toString()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT", "JETTY_9", "JETTY_12"}) // one for each adapter
    void costsNoRequestAndLeavesNothingBehind(Embedded embedded) throws IOException {
        try (ChildJvm server = serve(embedded)) {
            String plainPage = server.get("/length");
            SpokenSession older = SpokenSession.begin(server);
            CompletableFuture<String> underWay = slow(older);
            await().atMost(LONG).until(() -> server.get("/waiting").endsWith("1"));
            try (Visits visits = Visits.of(server)) {
                await().atMost(LONG).until(() -> visits.answers() > 50);
                for (int time = 1; time <= 2; time++) {
                    assertThat(attach(server).out()).contains("is in process " + server.pid(), embedded.container());
                    int before = visits.tagged();
                    await().atMost(LONG).until(() -> visits.tagged() > before + 50);
                    if (time == 1) {
                        server.get("/release");
                        assertThat(underWay.join())
                                .as("begun before: answered as without the agent")
                                .startsWith("HTTP/1.1 200")
                                .doesNotContain("__lasttab")
                                .contains("</html>");
                        endsAfterItsLastPage(server, older);
                    }
                    detach(server);
                    int after = visits.answers();
                    await().atMost(LONG).until(() -> visits.answers() > after + 50);
                }
                assertThat(visits.wrong()).isNull();
            }
            assertThat(withoutDate(server.get("/length"))).isEqualTo(withoutDate(plainPage));
            assertThat(SpokenSession.begin(server).say("hello"))
                    .as("the application's own answer")
                    .startsWith("HTTP/1.1 204")
                    .doesNotContain("no-store");
            await().atMost(LONG).untilAsserted(() -> assertThat(LiveObjects.ofTheAgent(server))
                    .isEmpty());
            assertThat(LiveObjects.threadsOfTheAgent(server)).isEmpty();
            assertThat(LiveObjects.propertiesOfTheAgent(server)).isEmpty();
            assertThat(folder.resolve("exits.jsonl")).isNotEmptyFile();
            assertThat(server.openFiles()).noneMatch(file -> file.endsWith("exits.jsonl"));
            server.end();
            assertThat(server.err()).noneMatch(line -> line.contains("WARN") || line.contains("Exception"));
        }
    }

    private static CompletableFuture<String> slow(SpokenSession session) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return session.get("/slow");
            } catch (IOException failed) {
                return failed.toString();
            }
        });
    }

    private static String withoutDate(String answer) {
        return answer.replaceAll("Date: .*", "");
    }

    private static void endsAfterItsLastPage(ChildJvm server, SpokenSession session) throws IOException {
        int before = ended(server);
        assertThat(session.get("/page")).contains("/__lasttab/");
        assertThat(session.say("hello")).startsWith("HTTP/1.1 204");
        assertThat(session.say("bye")).startsWith("HTTP/1.1 204");
        await().atMost(LONG).until(() -> ended(server) == before + 1);
        assertThat(session.say("alive")).startsWith("HTTP/1.1 410");
    }

    private static int ended(ChildJvm server) throws IOException {
        return Integer.parseInt(
                server.get("/ended").replaceAll("(?s).*\r\n\r\n", "").replaceAll("\\s.*", ""));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void leavesAServerThatItWasStartedWith(Path jdk) throws IOException {
        try (ChildJvm server = ChildJvm.serve(jdk, ChildJvm.agent(), folder)) {
            assertThat(server.get("/page")).contains("/__lasttab/");
            detach(server);
            assertThat(server.get("/page")).doesNotContain("/__lasttab/");
            await().atMost(LONG).untilAsserted(() -> assertThat(LiveObjects.ofTheAgent(server))
                    .isEmpty());
            attach(server);
            assertThat(server.get("/page")).contains("/__lasttab/");
        }
    }

    @Test
    void showsWhatItDoes() throws IOException {
        try (ChildJvm server = serve(Embedded.TOMCAT)) {
            attach(server);
            ToolJvm unused = ToolJvm.run("status", server.pid());
            assertThat(unused.exit()).as(unused.toString()).isZero();
            assertThat(unused.out()).contains("Tomcat: WOVEN", settings.toString(), "No application was used yet");
            SpokenSession session = SpokenSession.begin(server);
            session.say("hello");
            assertThat(ToolJvm.run("status", server.pid()).out())
                    .contains("localhost/shop", "mode             enforce", "sessions         1, open pages 1");
            session.say("bye");
            ToolJvm top = ToolJvm.run("top", server.pid(), "2");
            assertThat(top.exit()).as(top.toString()).isZero();
            assertThat(top.out().lines().filter(line -> line.startsWith("APPLICATION ")))
                    .hasSize(2);
            assertThat(top.out()).doesNotContain("\u001b").contains("localhost/shop  enforce");
        }
    }

    @Test
    void isToldThatItIsThereAlready() throws IOException {
        try (ChildJvm server = serve(Embedded.TOMCAT)) {
            attach(server);
            ToolJvm again = ToolJvm.run("attach", server.pid());
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err().lines()).singleElement().asString().contains("has the agent already");
            assertThat(server.get("/page")).contains("/__lasttab/");
            server.end();
            assertThat(server.err().stream().filter(line -> line.contains("hooks go in")))
                    .hasSize(1);
        }
    }

    @Test
    void saysWhyItStaysOut() throws IOException {
        try (ChildJvm server = serve(Embedded.TOMCAT, "-Dlasttab.grace.closed=10")) {
            ToolJvm attach = ToolJvm.run("attach", server.pid());
            assertThat(attach.exit()).isEqualTo(1);
            assertThat(attach.err().lines()).singleElement().asString().contains("goes on without", "grace.closed=10");
            assertThat(server.get("/page")).doesNotContain("__lasttab");
            assertThat(LiveObjects.threadsOfTheAgent(server)).isEmpty();
            await().atMost(LONG).untilAsserted(() -> assertThat(LiveObjects.ofTheAgent(server))
                    .isEmpty());
        }
    }

    @Test
    void comesInWhereItHasStayedOutAtTheStart() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.properties"), "grace.clsed=10s\n");
        try (ChildJvm server = serve(Embedded.TOMCAT, "-javaagent:" + AgentJar.path() + "=" + wrong)) {
            assertThat(server.get("/page")).doesNotContain("__lasttab");
            attach(server);
            assertThat(server.get("/page")).contains("/__lasttab/");
        }
    }

    @Test
    void staysOutOfAJvmThatIsNoServer() throws IOException {
        try (ChildJvm idle = ChildJvm.idle(List.of())) {
            ToolJvm attach = ToolJvm.run("attach", idle.pid());
            assertThat(attach.exit()).isEqualTo(1);
            assertThat(attach.err().lines()).singleElement().asString().contains("no servlet container");
            ToolJvm detach = ToolJvm.run("detach", idle.pid());
            assertThat(detach.exit()).isEqualTo(1);
            assertThat(detach.err().lines()).singleElement().asString().contains("does not have the agent");
            ToolJvm status = ToolJvm.run("status", idle.pid());
            assertThat(status.exit()).isEqualTo(1);
            assertThat(status.err().lines()).singleElement().asString().contains("does not have the agent");
        }
    }

    @Test
    void saysThatTheJvmDoesNotAllowIt() throws IOException {
        try (ChildJvm closed = ChildJvm.idle(List.of("-XX:+DisableAttachMechanism"))) {
            ToolJvm attach = ToolJvm.run("attach", closed.pid());
            assertThat(attach.exit()).isEqualTo(1);
            assertThat(attach.err().lines()).singleElement().asString().contains("DisableAttachMechanism");
        }
        try (ChildJvm closed = ChildJvm.idle(List.of("-XX:-EnableDynamicAgentLoading"))) {
            ToolJvm attach = ToolJvm.run("attach", closed.pid());
            assertThat(attach.exit()).isEqualTo(1);
            assertThat(attach.err().lines()).singleElement().asString().contains("-XX:+EnableDynamicAgentLoading");
        }
    }

    @Test
    void refusesPidsThatAreNone() throws IOException {
        ToolJvm word = ToolJvm.run("attach", "tomcat");
        assertThat(word.exit()).isEqualTo(2);
        assertThat(word.err().lines()).singleElement().asString().contains("tomcat is no process id");
        ToolJvm nobody = ToolJvm.run("attach", "4194999");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err().lines()).singleElement().asString().contains("there is no process 4194999");
    }
}
