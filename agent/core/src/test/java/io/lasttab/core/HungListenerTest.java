package io.lasttab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.NoStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener inside of the server never returns from its first notification. */
class HungListenerTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    /** More than are waiting at most, and than are on their way. */
    private static final int MANY = 20_100;

    @TempDir
    private Path folder;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Lasttab agent = new Lasttab(LOOK_MILLIS);
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private Path settings;
    private Path exits;
    private Application shop;
    private ObjectName agentName;

    @BeforeEach
    void start() throws IOException, JMException {
        agentName = new ObjectName("io.lasttab:type=Agent");
        settings = folder.resolve("lasttab.properties");
        exits = folder.resolve("exits.jsonl");
        writeSettings("20s");
        agent.start(settings.toString(), false);
        agent.containerFound(new ContainerReport("Server", List.of("Request.run")));
        shop = agent.application("localhost", "/hung", "/hung", new NoStore());
        ObjectName name = new ObjectName("io.lasttab:type=Application,host=localhost,context=/hung");
        server.addNotificationListener(
                name,
                (notification, handback) -> {
                    hanging.countDown();
                    untilReleased();
                },
                null,
                null);
    }

    private void untilReleased() {
        try {
            assertThat(released.await(LONG.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void release() {
        released.countDown();
        agent.stop();
    }

    private void writeSettings(String graceClosed) throws IOException {
        Files.writeString(settings, "grace.closed=" + graceClosed + "\nexits.file=" + exits + "\n");
    }

    private void end(int sessions) {
        for (int i = 0; i < sessions; i++) {
            shop.sessions().track(new Object()).endedBy(ExitCause.LOGOUT);
        }
    }

    private Object attribute(String name) throws JMException {
        return server.getAttribute(agentName, name);
    }

    @Test
    void holdsUpNeitherTheExitLogNorAChangeOfTheSettings() throws Exception {
        end(1);
        hanging.await();
        end(7);
        await().atMost(LONG).until(() -> Files.readAllLines(exits).size() == 8);
        writeSettings("300s");
        await().atMost(LONG).untilAsserted(() -> assertThat((String) attribute("LastReload"))
                .contains("grace.closed=300s"));
    }

    @Test
    void costsNoMoreThanABoundedQueueAndWhatIsDroppedIsCounted() throws Exception {
        end(1);
        hanging.await();
        assertThat(attribute("NotificationsLost")).isEqualTo(0L);
        end(MANY);
        assertThat((Long) attribute("NotificationsLost")).isBetween(1L, (long) MANY);
        assertThat(shop.sessions().exits().get(ExitCause.LOGOUT).sum()).isEqualTo(MANY + 1);
    }

    @Test
    void keepsNoThreadWhenTheAgentLeaves() throws Exception {
        end(1);
        hanging.await();
        assertThat(ownThreads())
                .containsExactlyInAnyOrder("lasttab-reaper", "lasttab-reporter", "lasttab-notifications");
        agent.stop();
        await().atMost(LONG).untilAsserted(() -> assertThat(ownThreads()).isEmpty());
    }

    private Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().startsWith("lasttab-"))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
