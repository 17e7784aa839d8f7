package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.Promise;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.client.Visitor;
import io.lasttab.it.server.Server;
import java.util.concurrent.CompletableFuture;

/** A request that is still running when the grace is over holds the session until it is done, and a grace longer. */
class RunningRequestIT {
    private static final long TWO_GRACES = Promise.GRACE.multipliedBy(2).toMillis();

    @OnEveryServer
    void holdsTheSessionWhileTheAnswerIsMade(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        holds(server, visitor, page, "slow.jsp?ms=" + TWO_GRACES);
    }

    @OnEveryServer
    void holdsTheSessionWhileTheAnswerIsSent(Server server, Visitor visitor) {
        SpokenPage page = visitor.open("index.jsp");
        holds(server, visitor, page, "stream?ms=" + TWO_GRACES);
    }

    private static void holds(Server server, Visitor visitor, SpokenPage page, String longRequest) {
        SessionStory story = SessionStory.of(server, visitor.session());
        long before = System.currentTimeMillis();
        CompletableFuture<Long> done = CompletableFuture.supplyAsync(() -> {
            visitor.call(longRequest);
            return System.currentTimeMillis();
        });
        page.bye();
        long latest = done.join();
        assertThat(story.ended()).as("ended while the request ran").isFalse();
        long end = story.awaitEnd();
        // Done at the earliest when it had run for its time; a document served meanwhile may have its page to come.
        assertThat(end).isGreaterThanOrEqualTo(before + TWO_GRACES + Promise.GRACE.toMillis());
        if (longRequest.startsWith("stream")) {
            assertThat(end - latest)
                    .isLessThanOrEqualTo(Promise.GRACE.plus(Promise.SLACK).toMillis());
        }
    }
}
