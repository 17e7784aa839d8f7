package io.lasttab.it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.server.Management;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.QuietProbe;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in use for a long time by everybody at once: nothing fails, nobody loses a session, nothing grows. */
@Tag("soak")
class SoakIT {
    static final Duration GRACE = Duration.ofSeconds(10);
    /** After which the container itself ends a session. */
    static final Duration IDLE = Duration.ofMinutes(1);

    /** Long enough that no growth hides behind what the samples differ by. */
    private static final int FULL_MINUTES = 20;

    private static final int SAMPLES = 120;
    private static final int EXIT_LOGS_KEPT = 3;
    private static final Logger LOG = LoggerFactory.getLogger(SoakIT.class);

    /** Those of the application that stays are as anywhere; the other is gone too soon for them. */
    private static final String SETTINGS = String.join(
            "\n",
            "app." + Scene.CONTEXT + ".grace.closed=" + GRACE.toSeconds() + "s",
            "app." + Scene.CONTEXT + ".grace.left=" + GRACE.toSeconds() + "s",
            "app." + Scene.CONTEXT + ".grace.boot=30s",
            "app." + Scene.CONTEXT + ".grace.lost=40s",
            "exits.max-size=20KB",
            "exits.keep=" + EXIT_LOGS_KEPT,
            "");

    private final RequestTally requests = new RequestTally();
    private final Course course = new Course();
    private final List<Sample> samples = new ArrayList<>();

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("server")
    void staysAsItIs(Target target) throws Exception {
        Duration length = Duration.ofMinutes(Integer.getInteger("lasttab.soak.minutes", FULL_MINUTES));
        Server server = Servers.special(target, "soak", SETTINGS, List.of(), List.of());
        try (server) {
            server.deploy(Scene.CONTEXT, QuietProbe.war(target.container(), "stays"));
            Scene scene = new Scene(server, requests, course);
            scene.guest().visit("index.jsp"); // whatever the first use brings is not growth
            Deployer deployer = new Deployer(scene);
            Operator operator = new Operator(scene);
            use(scene, deployer, operator, length);
            write(server, deployer, operator, length);
        }
        assertThat(requests.failures()).isEmpty();
        assertThat(Verdict.against(samples)).isEmpty();
        assertThat(exitLogs(server))
                .as("the exit log and what it was renamed to")
                .isEqualTo(1 + EXIT_LOGS_KEPT);
        assertThat(server.log().complaintsOfOurs()).isEmpty();
        assertThat(server.log().problems()).isEmpty();
    }

    /** The newest Tomcat 10.1, or the first that suits {@code lasttab.servers}. */
    static Stream<Target> server() {
        return Matrix.newest().stream().limit(1);
    }

    private void use(Scene scene, Deployer deployer, Operator operator, Duration length) throws InterruptedException {
        Sampler sampler = new Sampler(scene.server(), requests);
        sample(sampler);
        Crowd crowd = new Crowd(course, requests);
        crowd.send(10, () -> new Reader(scene));
        crowd.send(3, () -> new Vanishing(scene));
        crowd.send(4, () -> new Program(scene));
        crowd.send(2, () -> new Sender(scene));
        crowd.send(3, () -> new Waiter(scene));
        crowd.send(3, () -> new Idler(scene));
        crowd.send(3, () -> new Member(scene));
        crowd.send(1, () -> deployer);
        crowd.send(1, () -> operator);
        try {
            while (samples.get(samples.size() - 1).seconds() < length.toSeconds()) {
                course.rest(length.dividedBy(SAMPLES));
                sample(sampler);
            }
        } finally {
            course.end();
            crowd.await();
        }
        int loaders = samples.get(0).loaders();
        try {
            await("the loaders of undeployed applications to be collected")
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> sampler.look().loaders() <= loaders);
        } catch (ConditionTimeoutException kept) {
            LOG.warn("Loaders stay."); // the verdict says so too, and the picture shows since when
        }
        sample(sampler);
    }

    private void sample(Sampler sampler) {
        Sample sample = sampler.look();
        samples.add(sample);
        LOG.info("{}", sample);
    }

    private static long exitLogs(Server server) throws IOException {
        String name = server.exitLog().getFileName().toString();
        try (Stream<Path> files = Files.list(server.exitLog().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .count();
        }
    }

    /** Into the documentation only what was run in full on the usual server, and is good. */
    private void write(Server server, Deployer deployer, Operator operator, Duration length) throws IOException {
        Account account = new Account(server.toString(), samples);
        Management management = server.management();
        String page = account.page(
                management.figures(server.application(Scene.CONTEXT), "Exits"),
                deployer.deployments(),
                operator.looks());
        boolean documented = length.toMinutes() >= FULL_MINUTES
                && System.getProperty("lasttab.servers", "").isEmpty()
                && Verdict.against(samples).isEmpty();
        Path folder = documented
                ? Path.of(System.getProperty("lasttab.docs"))
                : Files.createDirectories(Path.of(System.getProperty("lasttab.target"), "soak-" + server));
        Files.writeString(folder.resolve("soak.md"), page);
        Files.writeString(folder.resolve("soak.svg"), account.picture());
        LOG.info("{}", folder.resolve("soak.md"));
    }
}
