package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.Promise;
import io.lasttab.it.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the application itself was told about one of its sessions. */
public final class SessionStory {
    /** Far beyond every promise: whether it was in time is measured, not waited for. */
    private static final Duration EVENTUALLY = Duration.ofSeconds(30);

    private final Server server;
    private final String context;
    private final String session;

    private SessionStory(Server server, String context, String session) {
        this.server = server;
        this.context = context;
        this.session = session;
    }

    public static SessionStory of(Server server, String session) {
        return new SessionStory(server, Server.PROBE, session);
    }

    /** What an application other than the probe was told of a session. */
    public static SessionStory of(Server server, String context, String session) {
        return new SessionStory(server, context, session);
    }

    public String session() {
        return session;
    }

    /** Waits for the end, told once to each listener, and gives its time. */
    public long awaitEnd() {
        await("the end of session " + session).atMost(EVENTUALLY).until(this::ended);
        // Once: whoever tells it twice does so in the same breath or at the next look for idle sessions.
        await().during(Duration.ofMillis(1_500)).atMost(EVENTUALLY).untilAsserted(() -> assertThat(times("destroyed"))
                .hasSize(1));
        assertThat(times("unbound")).as("unbound events").hasSize(1);
        return times("destroyed").get(0);
    }

    /** Waits for the end and holds it against the promise: the grace and at most a second more after the bye. */
    public void endsInTimeAfter(Moment bye) {
        endsInTimeAfter(bye, Promise.GRACE);
    }

    /** The same with the grace of another kind of departure. */
    public void endsInTimeAfter(Moment bye, Duration grace) {
        long end = awaitEnd();
        assertThat(end - bye.earliest()).as("from bye to end").isGreaterThanOrEqualTo(grace.toMillis());
        assertThat(end - bye.latest())
                .as("from bye to end")
                .isLessThanOrEqualTo(grace.plus(Promise.SLACK).toMillis());
    }

    /** Watches that the session lives on for several graces. */
    public void staysAlive() {
        staysAlive(Promise.SEVERAL_GRACES);
    }

    public void staysAlive(Duration duration) {
        await("session " + session + " to live on")
                .during(duration)
                .atMost(duration.plus(EVENTUALLY))
                .failFast(this::ended)
                .until(this::alive);
    }

    /** The cause under which Lasttab counted the end, which has been waited for. */
    public String cause() {
        return await("the exit of session " + session)
                .atMost(EVENTUALLY)
                .until(this::exitCauses, causes -> !causes.isEmpty())
                .get(0);
    }

    private List<String> exitCauses() {
        return rows(server.management().get(application(), "RecentExits"))
                .map(exit -> exit.get("cause").toString())
                .toList();
    }

    /** How many pages of the session Lasttab holds for open. */
    public int openPages() {
        Object[] all = {0, 10_000};
        return rows(server.management().invoke(application(), "list", all, "int", "int"))
                .mapToInt(row -> (Integer) row.get("openPages"))
                .sum();
    }

    private ObjectName application() {
        return server.application(context);
    }

    private Stream<CompositeData> rows(Object rows) {
        return Stream.of((CompositeData[]) rows).filter(row -> {
            String shown = row.get("maskedId").toString().replaceAll("[^0-9A-Za-z]", "");
            return !shown.isEmpty() && session.endsWith(shown);
        });
    }

    public boolean ended() {
        return !times("destroyed").isEmpty();
    }

    private boolean alive() {
        return !ended();
    }

    /** When the events of that name were told. */
    public List<Long> times(String event) {
        String events =
                new String(Http.on(server.port()).get("/" + context + "/events").body(), UTF_8);
        return events.lines()
                .map(line -> line.split(" "))
                .filter(words -> words[1].equals(event) && words[2].equals(session))
                .map(words -> Long.parseLong(words[0]))
                .toList();
    }
}
