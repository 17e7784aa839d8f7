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
import javax.management.ObjectName;

/** What an operator sees and can do by JMX. */
class ManagementIT {
    private static final ObjectName PROBE = Management.application(Server.PROBE);

    @OnEveryServer
    void showsTheSettingsInForce(Server server) {
        Management management = server.management();
        assertThat(management.has(Management.agent())).isTrue();
        assertThat(management.get(PROBE, "Enabled")).isEqualTo(true);
        assertThat(management.get(PROBE, "Mode").toString()).isEqualToIgnoringCase("enforce");
        assertThat(management.get(PROBE, "GraceClosedMillis")).isEqualTo(Promise.GRACE.toMillis());
    }

    @OnEveryServer
    void countsOpenPagesAndHowSessionsEnd(Server server, Visitor visitor) {
        Management management = server.management();
        long before = closed(management);
        visitor.open("index.jsp").bye();
        SessionStory.of(server, visitor.session()).awaitEnd();
        await().atMost(Duration.ofSeconds(10)).until(() -> closed(management) > before);
    }

    @OnEveryServer
    void countsTheBeaconsAndInjections(Server server, Visitor visitor) {
        Management management = server.management();
        visitor.open("index.jsp");
        assertThat(sum(management.figures(PROBE, "Beacons"))).isPositive();
        assertThat(sum(management.figures(PROBE, "Injections"))).isPositive();
        assertThat(((Number) management.get(PROBE, "OpenPages")).longValue()).isPositive();
        assertThat(((Number) management.get(PROBE, "Sessions")).longValue()).isPositive();
    }

    private static long closed(Management management) {
        Map<String, Long> exits = management.figures(PROBE, "Exits");
        return exits.getOrDefault("ORPHANED_CLOSED", 0L) + exits.getOrDefault("ORPHANED_LEFT", 0L);
    }

    private static long sum(Map<String, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }
}
