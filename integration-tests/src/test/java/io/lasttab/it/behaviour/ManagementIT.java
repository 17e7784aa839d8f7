package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Management;
import io.lasttab.it.server.Server;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.management.Notification;
import javax.management.openmbean.CompositeData;

/** What an operator sees and can do by JMX. */
class ManagementIT {
    @OnEveryServer
    void showsTheSettingsInForce(Server server) {
        Management management = server.management();
        assertThat(management.has(Management.agent())).isTrue();
        assertThat(management.get(server.probe(), "Enabled")).isEqualTo(true);
        assertThat(management.get(server.probe(), "Mode").toString()).isEqualToIgnoringCase("enforce");
        assertThat(management.get(server.probe(), "GraceClosedMillis")).isEqualTo(Promise.GRACE.toMillis());
    }

    @OnEveryServer
    void countsOpenPagesAndHowSessionsEnd(Server server, Visitor visitor) {
        long before = closed(server);
        visitor.open("index.jsp").bye();
        SessionStory.of(server, visitor.session()).awaitEnd();
        await().atMost(Duration.ofSeconds(10)).until(() -> closed(server) > before);
    }

    @OnEveryServer
    void countsTheBeaconsAndInjections(Server server, Visitor visitor) {
        Management management = server.management();
        visitor.open("index.jsp");
        assertThat(sum(management.figures(server.probe(), "Beacons"))).isPositive();
        assertThat(sum(management.figures(server.probe(), "Injections"))).isPositive();
        assertThat(((Number) management.get(server.probe(), "OpenPages")).longValue())
                .isPositive();
        assertThat(((Number) management.get(server.probe(), "Sessions")).longValue())
                .isPositive();
    }

    @OnEveryServer
    void listsSessionsAndEndsOne(Server server, Visitor visitor) {
        visitor.open("index.jsp");
        String id = visitor.session();
        CompositeData row = Stream.of(sessions(server))
                .filter(session -> isOf(id, (String) session.get("maskedId")))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(row.get("openPages")).isEqualTo(1);
        assertThat((String) row.get("maskedId")).isNotEqualTo(id);

        Object[] number = {row.get("number")};
        assertThat(server.management().invoke(server.probe(), "expire", number, "long"))
                .isEqualTo(true);
        SessionStory.of(server, id).awaitEnd();
    }

    @OnEveryServer
    void tellsOfTheEndOfASessionAndCountsWhatItSaved(Server server, Visitor visitor) {
        Queue<Notification> told = new ConcurrentLinkedQueue<>();
        var page = visitor.open("index.jsp");
        server.management().listen(server.probe(), (notification, handback) -> told.add(notification));
        page.bye();
        SessionStory.of(server, visitor.session()).awaitEnd();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told).anySatisfy(exit -> {
                    Map<?, ?> data = (Map<?, ?>) exit.getUserData();
                    assertThat(exit.getType()).isEqualTo("io.lasttab.exit");
                    assertThat(exit.getSource()).isEqualTo(server.probe());
                    assertThat(isOf(visitor.session(), (String) data.get("maskedId")))
                            .isTrue();
                    assertThat(data.get("cause")).isEqualTo("ORPHANED_CLOSED");
                    assertThat(data.get("pages")).isEqualTo(1);
                }));
        assertThat((Long) server.management().get(server.probe(), "SessionsSavedNow"))
                .isPositive();
        assertThat(sum(server.management().figures(server.probe(), "ExitsByPages")))
                .isPositive();
        assertThat(sum(server.management().figures(server.probe(), "ExitsByLifetimeSeconds")))
                .isPositive();
    }

    private static CompositeData[] sessions(Server server) {
        Object[] all = {0, 10_000};
        return (CompositeData[]) server.management().invoke(server.probe(), "list", all, "int", "int");
    }

    /** Whether what is shown of an id, its beginning or its end, is of this one. */
    private static boolean isOf(String id, String masked) {
        String shown = masked.replaceAll("[^0-9A-Za-z]", "");
        return !shown.isEmpty() && (id.startsWith(shown) || id.endsWith(shown));
    }

    private static long closed(Server server) {
        Map<String, Long> exits = server.management().figures(server.probe(), "Exits");
        return exits.getOrDefault("ORPHANED_CLOSED", 0L) + exits.getOrDefault("ORPHANED_LEFT", 0L);
    }

    private static long sum(Map<String, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }
}
