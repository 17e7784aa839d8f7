package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages that go on talking do not count as use: the container ends the session at the application's own timeout. */
class IdleTimeoutIT {
    private static final Duration TIMEOUT = Promise.ALIVE.plusSeconds(3);
    /** The container looks every second, and rounds to seconds; shorter than what an alive that counts would add. */
    private static final Duration CONTAINER_SLACK = Duration.ofSeconds(4);

    @OnEveryServer
    void isNotMovedByMessages(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("idle.jsp?seconds=" + TIMEOUT.toSeconds());
        long lastUse = System.currentTimeMillis();
        SessionStory story = SessionStory.of(server, visitor.session());
        List<Answer> answers = new ArrayList<>();
        await("the container's timeout")
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    boolean ended = story.ended();
                    answers.add(ended ? page.hello() : page.alive());
                    return ended;
                });
        assertThat(story.awaitEnd() - lastUse)
                .isBetween(
                        TIMEOUT.minusSeconds(1).toMillis(),
                        TIMEOUT.plus(CONTAINER_SLACK).toMillis());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers("set-cookie")).isEmpty();
            assertThat(answer.body()).isEmpty();
        });
        assertThat(answers.get(0).status()).isEqualTo(204);
        assertThat(answers.get(answers.size() - 1).status()).isEqualTo(410);
    }

    @OnEveryServer
    void isNotMovedByAnOpenTab(Server server, Browser browser) {
        Tab tab = browser.open(server.url("idle.jsp?seconds=" + TIMEOUT.toSeconds()));
        long lastUse = System.currentTimeMillis();
        SessionStory story = SessionStory.of(server, tab.awaitHello().session());
        assertThat(story.awaitEnd() - lastUse)
                .isBetween(
                        TIMEOUT.minusSeconds(1).toMillis(),
                        TIMEOUT.plus(CONTAINER_SLACK).toMillis());
    }
}
