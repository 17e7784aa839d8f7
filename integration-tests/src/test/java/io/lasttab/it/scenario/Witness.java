package io.lasttab.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.server.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches what becomes of the sessions of a scenario, and can tell afterwards. */
final class Witness {
    private final Engine engine;
    private final Target target;
    private final List<String> seen = new ArrayList<>();

    Witness(Engine engine, Target target) {
        this.engine = engine;
        this.target = target;
    }

    /** The server on which it happens. */
    Target target() {
        return target;
    }

    void saw(String what) {
        seen.add(what);
    }

    String seen() {
        return String.join(", ", seen);
    }

    /** The session lives on for several graces. */
    void alive(SessionStory story) {
        story.staysAlive();
        saw("alive");
    }

    void alive(SessionStory story, Duration watched) {
        story.staysAlive(watched);
        saw("alive");
    }

    /** The session ends a grace after the last page left within that moment, and no more than a second later. */
    void endsByBye(SessionStory story, Moment left) {
        if (engine == Engine.FIREFOX) {
            story.awaitEnd();
            if (story.cause().equals("ORPHANED_LOST")) {
                // It loses two byes in five when a tab closes. A tab that is hidden already has no second one.
                saw("ended by silence: its bye was lost");
                return;
            }
        }
        story.endsInTimeAfter(new Moment(left.earliest(), left.latest() + Promise.BYE_LAG.toMillis()));
        saw("ended in time as " + story.cause());
    }

    /** The session ends at some time. */
    void ends(SessionStory story) {
        story.awaitEnd();
        saw("ended as " + story.cause());
    }

    /**
     * The session ends by the silence that fell within that moment: the last word was heard at most one interval before, and
     * a word on its way may have come a little after.
     */
    void endsBySilence(SessionStory story, Moment fell) {
        long end = story.awaitEnd();
        assertThat(end - fell.earliest())
                .as("from silence to end")
                .isGreaterThanOrEqualTo(
                        Promise.LOST.minus(Promise.ALIVE).minus(Promise.BYE_LAG).toMillis());
        assertThat(end - fell.latest())
                .as("from silence to end")
                .isLessThanOrEqualTo(
                        Promise.LOST.plus(Promise.BYE_LAG).plus(Promise.SLACK).toMillis());
        assertThat(story.cause()).isEqualTo("ORPHANED_LOST");
        saw("ended in time as ORPHANED_LOST");
    }
}
