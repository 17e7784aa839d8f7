package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void useTheSessionOfTheRequestBeforeAgain() {
        sessions.begin(session, tracker);
        sessions.end(false);

        assertThat(sessions.begin(session, tracker)).isTrue();
        assertThat(sessions.isSeenToUse(session)).isTrue();
        assertThat(running()).isEqualTo(1);
    }

    @Test
    void useTheSameSessionOnceHoweverOftenItIsTold() {
        sessions.begin(session, tracker);

        assertThat(sessions.use(session, tracker)).isTrue();
        sessions.enter(tracker.track(session));
        assertThat(running()).isEqualTo(1);
    }

    @Test
    void knowTheSessionOfAnotherApplicationFromTheSameOneOfTheirOwn() {
        sessions.begin(session, tracker);
        sessions.end(false);
        SessionTracker another = tracker();

        assertThat(sessions.begin(session, another)).isTrue();
        assertThat(running()).isZero();
        assertThat(another.list(0, 1).get(0).getRunningRequests()).isEqualTo(1);
    }

    @Test
    void useTwoSessionsOfTheSameRequest() {
        Object second = new Object();
        sessions.begin(session, tracker);

        assertThat(sessions.isSeenToUse(second)).isFalse();
        assertThat(sessions.use(second, tracker)).isTrue();
        assertThat(sessions.use(second, tracker)).isTrue();
        assertThat(tracker.list(0, 2)).allMatch(each -> each.getRunningRequests() == 1);
        sessions.end(false);
        assertThat(tracker.list(0, 2)).hasSize(2).allMatch(each -> each.getRunningRequests() == 0);
    }

    @Test
    void doNotUseAgainASessionThatIsBeingEnded() {
        sessions.begin(session, tracker);
        sessions.end(false);
        assertThat(tracker.track(session).claimForOperator()).isTrue();

        assertThat(sessions.begin(session, tracker)).isFalse();
        assertThat(sessions.isEmpty()).isTrue();
        assertThat(sessions.isOpen()).isTrue();
    }

    @Test
    void keepTheirRequestInASessionWhoseEndFindsItThere() {
        TrackedSession tracked = tracker.track(session);
        tracked.heard(new PageMessage(PageMessage.Kind.HELLO, 1, 1, 1, false, null, null));
        tracked.heard(new PageMessage(PageMessage.Kind.BYE, 1, 1, 2, false, null, null));
        assertThat(tracked.claimForOperator()).isTrue();
        sessions.begin();

        sessions.enter(tracked);
        sessions.documentServed(7);
        assertThat(tracked.spareIfNotEnded()).isTrue();

        assertThat(running()).isEqualTo(1);
        assertThat(tracked.reasonToLive()).isEqualTo(Verdict.NEVER);
        sessions.end(false);
        assertThat(running()).isZero();
        assertThat(tracked.reasonToLive()).isEqualTo(600_000); // for its document
    }

    @Test
    void useNothingBeforeTheRequestBeginsOrOnceItIsOver() {
        assertThat(sessions.use(session, tracker)).isTrue();
        sessions.begin(null, tracker);
        sessions.end(false);
        sessions.enter(tracker.track(session));

        assertThat(sessions.isEmpty()).isTrue();
        assertThat(sessions.isOpen()).isFalse();
        assertThat(sessions.isSeenToUse(session)).isFalse();
        assertThat(running()).isZero();
    }

    @Test
    void areSeenWithoutTheLockOnlyIfTheRequestCameWithThem() {
        sessions.begin();
        sessions.use(session, tracker);

        assertThat(sessions.isSeenToUse(session)).isFalse();
        assertThat(sessions.isEmpty()).isFalse();
        sessions.end(false);
        sessions.begin(session, tracker);
        assertThat(sessions.isSeenToUse(session)).isTrue();
    }

    @Test
    void countARequestOnceInEachOfThreeSessionsAndInNoneAfterIt() {
        List<Object> three = List.of(session, new Object(), new Object());
        for (int i = 0; i < 2; i++) {
            sessions.begin();
            three.forEach(each -> sessions.enter(tracker.track(each)));
            three.forEach(each -> sessions.enter(tracker.track(each)));
            three.forEach(each -> sessions.use(each, tracker));
            assertThat(tracker.list(0, 3)).hasSize(3).allMatch(each -> each.getRunningRequests() == 1);
            sessions.end(false);
            assertThat(tracker.list(0, 3)).allMatch(each -> each.getRunningRequests() == 0);
        }
    }

    @Test
    void useNoneIfTheRequestNamesNone() {
        assertThat(sessions.begin(null, tracker)).isTrue();

        assertThat(sessions.isEmpty()).isTrue();
        assertThat(tracker.count()).isZero();
    }

    @Test
    void letEachSessionFollowOnThoseThatTheRequestHasEndedBefore() {
        Object second = new Object();
        Object third = new Object();
        sessions.begin(session, tracker);
        tracker.find(session).heard(page(1));
        tracker.find(session).endedBy(ExitCause.LOGOUT);
        sessions.use(second, tracker);
        assertThat(tracker.find(second).openPages()).isOne();
        tracker.find(second).heard(page(2));
        tracker.find(second).endedBy(ExitCause.LOGOUT);

        sessions.use(third, tracker);

        assertThat(tracker.find(third).openPages()).isEqualTo(2);
    }

    @Test
    void tellTheirSessionsOfARedirectToAnotherSite() {
        sessions.begin(session, tracker);
        tracker.find(session).heard(page(1));
        tracker.find(session).heard(new PageMessage(PageMessage.Kind.BYE, 1, 1, 2, false, null, null));
        sessions.redirectedTo("pay.example");
        sessions.end(false);

        assertThat(tracker.find(session).reasonToLive()).isEqualTo(900_000);
    }

    private static PageMessage page(int number) {
        return new PageMessage(PageMessage.Kind.HELLO, 1, number, 1, false, null, null);
    }

    @Test
    void endTheirRequestThoughThereIsNoMemoryToReadTheClock() {
        sessions.begin(session, tracker);
        sessions.use(new Object(), tracker);
        nanos.set(2_000_000_000);
        noMemory = true;

        sessions.end(false);

        assertThat(tracker.find(session).lastUse()).isEqualTo(2_000);
        assertThat(tracker.list(0, 2)).hasSize(2).allMatch(each -> each.getRunningRequests() == 0);
    }

    @Test
    void endTheirRequestThoughItsPageCannotBeNoted() {
        sessions.begin(session, tracker);
        noMemory = true;

        assertThatThrownBy(() -> sessions.end(true)).isInstanceOf(OutOfMemoryError.class);
        assertThat(sessions.isEmpty()).isTrue();
        assertThat(running()).isZero();
    }
}
