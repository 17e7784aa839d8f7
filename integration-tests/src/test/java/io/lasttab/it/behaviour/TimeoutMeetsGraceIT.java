package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The container looks for idle sessions while Lasttab ends those whose grace is over in the same second. */
class TimeoutMeetsGraceIT {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);
    private static final int SESSIONS = 30;
    /** So many open pages, that some moments lie between the last use of a session, which the timeout counts from, and a bye. */
    private static final int OPEN = 10;

    @OnEveryServer
    void eachSessionEndsOnce(Server server) {
        String path = "idle.jsp?seconds=" + Promise.GRACE.toSeconds();
        List<SessionStory> stories = new ArrayList<>();
        Deque<SpokenPage> open = new ArrayDeque<>();
        for (int i = 0; i < SESSIONS; i++) {
            Visitor visitor = new Visitor(server);
            open.add(visitor.open(path));
            stories.add(SessionStory.of(server, visitor.session()));
            if (open.size() > OPEN) {
                open.remove().bye();
            }
        }
        for (SessionStory story : stories) {
            await("the end of session " + story.session()).atMost(EVENTUALLY).until(story::ended);
        }
        stories.get(SESSIONS - 1).awaitEnd(); // long enough for a second end of the others, too
        assertThat(stories).allSatisfy(story -> {
            assertThat(story.times("destroyed")).as(story.session()).hasSize(1);
            assertThat(story.times("unbound")).as(story.session()).hasSize(1);
        });
        assertThat(server.management().get(server.probe(), "FailedExpiries")).isEqualTo(0L);
    }
}
