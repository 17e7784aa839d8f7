package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What one request after the other over a connection uses. */
class RequestSessionsTest {

    private final AtomicLong nanos = new AtomicLong();
    private boolean noMemory;
    private final Reaper reaper = new Reaper(new ReaperClock(this::time), Runnable::run);
    private final SessionTracker tracker = tracker();
    private final Object session = new Object();
    private final RequestSessions sessions = new RequestSessions();

    private long time() {
        if (noMemory) {
            noMemory = false;
            throw new OutOfMemoryError("on purpose");
        }
        return nanos.get();
    }

    private SessionTracker tracker() {
        return new SessionTracker(
                reaper, new NoStore(), new Policy(10_000, 10_000, 900_000, 600_000, 30_000, host -> false), false);
    }

    private int running() {
        return tracker.list(0, 1).get(0).getRunningRequests();
    }

    @Test
    void useTheSessionOfTheRequestBeforeWithoutLookingItUp() {
        sessions.use(tracker.track(session));
        sessions.end(false);

        assertThat(sessions.useAgain(session, tracker)).isTrue();
        assertThat(sessions.isUsing(session)).isTrue();
        assertThat(running()).isEqualTo(1);
    }

    @Test
    void lookUpAnotherSessionAndThatOfAnotherApplication() {
        assertThat(sessions.useAgain(session, tracker)).isFalse();
        sessions.use(tracker.track(session));
        sessions.end(false);

        assertThat(sessions.useAgain(new Object(), tracker)).isFalse();
        assertThat(sessions.useAgain(session, tracker())).isFalse();
        assertThat(sessions.isEmpty()).isTrue();
        assertThat(running()).isZero();
    }

    @Test
    void lookUpASecondSessionOfTheSameRequest() {
        sessions.use(tracker.track(session));

        assertThat(sessions.useAgain(session, tracker)).isFalse();
        assertThat(running()).isEqualTo(1);
    }

    @Test
    void doNotUseAgainASessionThatIsBeingEnded() {
        sessions.use(tracker.track(session));
        sessions.end(false);
        assertThat(tracker.track(session).claimForOperator()).isTrue();

        assertThat(sessions.useAgain(session, tracker)).isFalse();
        assertThat(sessions.isEmpty()).isTrue();
    }

    @Test
    void endTheirRequestThoughItsPageCannotBeNoted() {
        sessions.use(tracker.track(session));
        noMemory = true;

        assertThatThrownBy(() -> sessions.end(true)).isInstanceOf(OutOfMemoryError.class);
        assertThat(sessions.isEmpty()).isTrue();
        assertThat(running()).isZero();
    }
}
