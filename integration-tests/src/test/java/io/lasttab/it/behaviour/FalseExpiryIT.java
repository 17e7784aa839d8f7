package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Requests with the id of a session that Lasttab has ended, or would have ended: the error rate that operators see. */
@ResourceLock("deployed applications")
class FalseExpiryIT {
    /** Contexts of its own, as their figures must not move for what other tests do. */
    private static final String MISTAKEN = "mistaken";

    private static final String INNOCENT = "innocent";

    @OnEveryServer
    void isCountedOnceByTheTimeSinceTheEnd(Server server) {
        server.deploy(MISTAKEN);
        server.deploy(INNOCENT);
        try {
            counts(server);
        } finally {
            server.undeploy(MISTAKEN);
            server.undeploy(INNOCENT);
        }
    }

    private static void counts(Server server) {
        new Visitor(server, INNOCENT).visit("index.jsp");
        Visitor visitor = new Visitor(server, MISTAKEN);
        SpokenPage page = visitor.open("index.jsp");
        String id = visitor.session();
        Http old = visitor.withCookie(Http.on(server.port()).asDocument());
        old.get(visitor.path("index.jsp"));
        SpokenPage other = visitor.open("index.jsp");
        page.bye();
        other.bye();
        long end = SessionStory.of(server, MISTAKEN, id).awaitEnd();

        // None of these is a request for the session that was ended.
        assertThat(other.alive().status()).isEqualTo(410);
        old.get(visitor.path("__lasttab/0.js"));
        old.get("/" + INNOCENT + "/index.jsp");
        Http document = Http.on(server.port()).asDocument();
        document.with("Cookie", "JSESSIONID=" + id.substring(1)).get(visitor.path("index.jsp"));
        document.with("Cookie", "JSESSIONID=" + id.repeat(100)).get(visitor.path("index.jsp"));
        document.get(visitor.path("index.jsp"));
        assertThat(sum(falseExpiries(server, MISTAKEN))).isZero();

        long before = System.currentTimeMillis();
        Answer answer = old.get(visitor.path("index.jsp"));
        long after = System.currentTimeMillis();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("set-cookie")).as("a new session").hasSize(1);
        old.get(visitor.path("index.jsp"));

        Map<String, Long> counted = falseExpiries(server, MISTAKEN);
        counted.values().removeIf(count -> count == 0);
        assertThat(counted)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(counted.keySet().iterator().next(), 1L));
        // Told by another clock, which starts a little earlier.
        assertThat(counted.keySet()).containsAnyOf(bucket(before - end), bucket(after - end + 1_000));
        assertThat(sum(falseExpiries(server, INNOCENT))).isZero();
        assertThat(shown(server)).doesNotContain(id);
        awaitLine(server, MISTAKEN, id, "FALSE_EXPIRY");
    }

    @OnEveryServer
    void isForeseenInObserveMode(Server server) {
        String context = "observed";
        server.deploy(context);
        try {
            Visitor visitor = new Visitor(server, context);
            visitor.visit("index.jsp");
            server.management().invoke(server.application(context), "observe", new Object[0]);
            visitor.open("index.jsp").bye();
            await().atMost(Duration.ofSeconds(20)).until(() -> sum(figures(server, context, "WouldHaveExited")) == 1);
            assertThat(sum(figures(server, context, "WouldHaveBeenFalse"))).isZero();
            visitor.visit("index.jsp");
            visitor.visit("index.jsp");
            assertThat(sum(figures(server, context, "WouldHaveBeenFalse"))).isOne();
            assertThat(sum(falseExpiries(server, context))).isZero();
            awaitLine(server, context, visitor.session(), "WOULD_HAVE_BEEN_FALSE");
        } finally {
            server.undeploy(context);
        }
    }

    /** The exit log has one such line of the session, and the session's id nowhere. */
    private static void awaitLine(Server server, String context, String id, String event) {
        String own = id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : id;
        Pattern line = Pattern.compile("\\{\"time\":\"[^\"]+\",\"host\":\"[^\"]+\",\"context\":\"/" + context
                + "\",\"maskedId\":\"\\\\u2026" + own.substring(own.length() - 4) + "\",\"event\":\"" + event
                + "\",\"sinceEndMillis\":\\d+}");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        Files.readAllLines(server.exitLog()).stream().filter(line.asMatchPredicate()))
                .hasSize(1));
        assertThat(server.exitLog()).content().doesNotContain(own);
    }

    private static Map<String, Long> falseExpiries(Server server, String context) {
        return figures(server, context, "FalseExpiries");
    }

    private static Map<String, Long> figures(Server server, String context, String attribute) {
        return new TreeMap<>(server.management().figures(server.application(context), attribute));
    }

    private static long sum(Map<String, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String bucket(long millis) {
        return millis <= 1_000 ? "WITHIN_1_S" : millis <= 10_000 ? "WITHIN_10_S" : "WITHIN_1_MIN";
    }

    /** All that an operator can see of sessions. */
    private static String shown(Server server) {
        Object[] all = {0, 10_000};
        StringBuilder shown = new StringBuilder();
        for (Object row : new Object[][] {
            (CompositeData[]) server.management().invoke(server.application(MISTAKEN), "list", all, "int", "int"),
            (CompositeData[]) server.management().get(server.application(MISTAKEN), "RecentExits")
        }) {
            for (Object one : (Object[]) row) {
                shown.append(one).append('\n');
            }
        }
        return shown.toString();
    }
}
