package io.lasttab.it.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Ports;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.json.Json;

/** What scrapers that know nothing of Lasttab, and have no rule for it, make of its MBeans. */
class ScrapedIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    static List<Target> one() {
        return Matrix.one();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("one")
    void hasSensibleNamesInPrometheusAndJolokia(Target target) throws IOException {
        int prometheus = Ports.one();
        int jolokia = Ports.one();
        Path rules = Files.writeString(folder.resolve("no-rules.yml"), "{}\n");
        List<String> scrapers = List.of(
                "-javaagent:" + jar("jmx_prometheus_javaagent.jar") + "=127.0.0.1:" + prometheus + ":" + rules,
                "-javaagent:" + jar("jolokia-agent-jvm.jar") + "=host=127.0.0.1,port=" + jolokia);
        try (Server server = Servers.special(target, "scraped", "", List.of(), scrapers)) {
            Visitor visitor = new Visitor(server);
            SpokenPage page = visitor.open("index.jsp");
            SessionStory story = SessionStory.of(server, visitor.session());
            new Visitor(server).open("index.jsp");
            page.bye();
            story.awaitEnd();
            await().atMost(LONG).untilAsserted(() -> prometheus(Http.on(prometheus)));
            jolokia(Http.on(jolokia));
            assertThat(server.log().problems()).isEmpty();
        }
    }

    private static Path jar(String name) {
        return Path.of(System.getProperty("lasttab.target"), "distributions", name);
    }

    private static void prometheus(Http scraper) {
        Map<String, Double> samples = samples(scraper.get("/metrics"));
        String probe = "{context=\"/probe\",host=\"localhost\"}";
        assertThat(samples)
                .containsEntry("io_lasttab_Application_Sessions" + probe, 1.0)
                .containsEntry("io_lasttab_Application_OpenPages" + probe, 1.0)
                .containsEntry("io_lasttab_Application_Enabled" + probe, 1.0)
                .containsEntry("io_lasttab_Application_SessionsSavedNow" + probe, 1.0)
                .containsEntry("io_lasttab_Application_GraceClosedMillis" + probe, 2_000.0)
                .containsEntry("io_lasttab_Application_FailedExpiries" + probe, 0.0)
                .containsEntry(ofApplication("SessionsByState", "OPEN"), 1.0)
                .containsEntry(ofApplication("SessionsByState", "LEAVING"), 0.0)
                .containsEntry(ofApplication("Exits", "ORPHANED_CLOSED"), 1.0)
                .containsEntry(ofApplication("Exits", "TIMEOUT"), 0.0)
                .containsEntry(ofApplication("WouldHaveExited", "ORPHANED_LOST"), 0.0)
                .containsEntry(ofApplication("FalseExpiries", "WITHIN_1_S"), 0.0)
                .containsEntry(ofApplication("ExitsByLifetimeSeconds", "10"), 1.0)
                .containsEntry(ofApplication("ExitsByLifetimeSeconds", "more"), 0.0)
                .containsEntry(ofApplication("ExitsByPages", "1"), 1.0)
                .containsEntry(ofApplication("Injections", "INJECTED"), 2.0)
                .containsEntry(ofApplication("Beacons", "HELLO"), 2.0)
                .containsEntry(ofApplication("Beacons", "BYE"), 1.0)
                .containsEntry(ofApplication("Beacons", "FOREIGN_ORIGIN"), 0.0)
                .containsEntry("io_lasttab_Agent_ExitLinesLost", 0.0)
                .containsEntry("io_lasttab_Agent_NotificationsLost", 0.0)
                .containsEntry("io_lasttab_Agent_GracesMillis{key=\"SENT_AWAY\"}", 15_000.0)
                .containsKey("io_lasttab_Agent_HeldUpMillis");
        assertThat(samples.keySet())
                .as("faults of each hook, from zero")
                .anyMatch(name -> name.matches("io_lasttab_Agent_Faults\\{key=\"[A-Z]\\w+\\.\\w+\"}"));
    }

    private static String ofApplication(String attribute, String key) {
        return "io_lasttab_Application_" + attribute + "{context=\"/probe\",host=\"localhost\",key=\"" + key + "\"}";
    }

    /** Ours, by name and labels in the order of the alphabet. */
    private static Map<String, Double> samples(Answer metrics) {
        assertThat(metrics.status()).isEqualTo(200);
        Pattern label = Pattern.compile("\\w+=\"(?:[^\"\\\\]|\\\\.)*\"");
        Map<String, Double> samples = new TreeMap<>();
        metrics.text().lines().filter(line -> line.startsWith("io_lasttab_")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            String sample = line.substring(0, end);
            List<String> labels = new ArrayList<>();
            for (Matcher found = label.matcher(sample); found.find(); ) {
                labels.add(found.group());
            }
            labels.sort(null);
            String name = sample.replaceFirst("\\{.*", "");
            samples.put(
                    labels.isEmpty() ? name : name + "{" + String.join(",", labels) + "}",
                    Double.valueOf(line.substring(end + 1)));
        });
        return samples;
    }

    private static void jolokia(Http bridge) {
        Map<?, ?> application = map(read(bridge, "io.lasttab:type=Application,host=localhost,context=/probe"));
        assertThat(map(application.get("SessionsByState")).get("OPEN")).isEqualTo(1L);
        assertThat(map(application.get("Exits")).get("ORPHANED_CLOSED")).isEqualTo(1L);
        assertThat(map(application.get("ExitsByLifetimeSeconds")).get("10")).isEqualTo(1L);
        assertThat(map(application.get("FalseExpiries")).get("WITHIN_1_S")).isEqualTo(0L);
        assertThat(map(application.get("Beacons")).get("HELLO")).isEqualTo(2L);
        assertThat(application.get("Mode")).isEqualTo("enforce");
        Map<?, ?> exit = map(((List<?>) application.get("RecentExits")).get(0));
        assertThat(exit.get("cause")).isEqualTo("ORPHANED_CLOSED");
        assertThat(exit.get("pages")).isEqualTo(1L);

        Map<?, ?> agent = map(read(bridge, "io.lasttab:type=Agent"));
        assertThat(map(agent.get("Faults")).values()).isNotEmpty().allMatch(times -> times.equals(0L));
        assertThat((List<?>) agent.get("Containers")).singleElement().asString().startsWith("Tomcat: WOVEN, hooks ");

        List<?> sessions = (List<?>) ask(
                bridge,
                Map.of(
                        "type",
                        "exec",
                        "mbean",
                        "io.lasttab:type=Application,host=localhost,context=/probe",
                        "operation",
                        "list",
                        "arguments",
                        List.of(0, 10)));
        assertThat(sessions)
                .singleElement()
                .satisfies(session -> assertThat(map(session).get("openPages")).isEqualTo(1L));
    }

    private static Object read(Http bridge, String mbean) {
        return ask(bridge, Map.of("type", "read", "mbean", mbean));
    }

    private static Object ask(Http bridge, Map<String, ?> request) {
        byte[] body = new Json().toJson(request).getBytes(StandardCharsets.UTF_8);
        Answer answer = bridge.with("Content-Type", "application/json").send("POST", "/jolokia/", body);
        assertThat(answer.status()).isEqualTo(200);
        Map<?, ?> told = new Json().toType(new String(answer.body(), StandardCharsets.UTF_8), Map.class);
        assertThat(told.get("status")).as(told.toString()).isEqualTo(200L);
        return told.get("value");
    }

    private static Map<?, ?> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) value;
    }
}
