package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.core.session.PageMessage.Kind;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions, their tracker and the reaper, with a clock that goes only when the test lets it. */
class SessionTrackerTest {

    private static final long CLOSED = 10_000;
    private static final long LOST = 600_000;
    private static final long AWAY = 900_000;
    private static final Policy POLICY = new Policy(CLOSED, 20_000, AWAY, LOST, 30_000, host -> false);
    private static final String ID = "0123456789ABCDEF";

    private final AtomicLong nanos = new AtomicLong();
    private final ThreadPoolExecutor workers = new ExpiryThreads();
    private final AtomicInteger work = new AtomicInteger();
    private final Reaper reaper = new Reaper(new ReaperClock(nanos::get), this::execute);
    private final Store store = new Store();
    private final SessionTracker tracker = new SessionTracker(reaper, store, POLICY, false);

    /** A container: an end that it carries out is told like any other. */
    private static final class Store implements SessionStore {
        final Map<Object, TrackedSession> siblings = new ConcurrentHashMap<>();
        final List<Object> ended = new ArrayList<>();
        volatile SessionTracker tracker;
        volatile long ageMillis;
        volatile long timeoutMillis = 1_800_000;
        volatile long idleMillis = Long.MAX_VALUE;
        volatile Consumer<Object> listener = session -> {};
        volatile Consumer<Object> afterwards = session -> {};
        volatile Runnable beforeIdle = () -> {};
        volatile boolean evicted;

        @Override
        public boolean holds(Object session) {
            return !evicted;
        }

        @Override
        public void expire(Object session) {
            listener.accept(session);
            synchronized (this) {
                ended.add(session);
            }
            tracker.find(session).endedBy(ExitCause.TIMEOUT);
            afterwards.accept(session);
        }

        @Override
        public Collection<TrackedSession> sharingTheIdOf(Object session) {
            TrackedSession sibling = siblings.get(session);
            return sibling == null ? List.of() : List.of(sibling);
        }

        @Override
        public long createdMillis(Object session) {
            return System.currentTimeMillis() - ageMillis;
        }

        @Override
        public long idleMillis(Object session) {
            beforeIdle.run();
            return idleMillis;
        }

        @Override
        public long timeoutMillis(Object session) {
            return timeoutMillis;
        }

        @Override
        public String id(Object session) {
            return ID;
        }
    }

    SessionTrackerTest() {
        store.tracker = tracker;
    }

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    private static PageMessage say(Kind kind, int page, int sequence) {
        return new PageMessage(kind, 1, page, sequence, false, null, null);
    }

    /** Lets the time go on as the reaper does when it runs, and waits for its workers. */
    private void pass(long millis) {
        turn(millis);
        settle();
    }

    private void turn(long millis) {
        for (long left = millis; left > 0; left -= 500) {
            nanos.addAndGet(Math.min(left, 500) * 1_000_000);
            reaper.turn();
        }
    }

    private void settle() {
        await().pollInterval(Duration.ofMillis(1)).until(() -> work.get() == 0);
    }

    private void execute(Runnable piece) {
        work.incrementAndGet();
        workers.execute(() -> {
            try {
                piece.run();
            } finally {
                work.decrementAndGet();
            }
        });
    }

    private TrackedSession orphan(Object session) {
        TrackedSession tracked = tracker.track(session);
        tracked.heard(say(Kind.HELLO, 1, 1));
        tracked.heard(say(Kind.BYE, 1, 2));
        return tracked;
    }

    private long exits(ExitCause cause) {
        return tracker.exits().get(cause).sum();
    }

    private long allExits() {
        return sum(tracker.exits());
    }

    private static long sum(Map<?, LongAdder> counters) {
        return counters.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Test
    void endsASessionOnceGraceAfterItsLastPage() {
        Object session = new Object();
        TrackedSession tracked = orphan(session);

        pass(CLOSED - 1);
        assertThat(store.ended).isEmpty();
        pass(DeadlineWheel.SLOT_MILLIS + 1);

        assertThat(store.ended).containsExactly(session);
        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
        assertThat(allExits()).isOne();
        assertThat(tracker.count()).isZero();
        assertThat(tracker.recentExits()).singleElement().satisfies(exit -> {
            assertThat(exit.getCause()).isEqualTo("ORPHANED_CLOSED");
            assertThat(exit.getMaskedId()).isEqualTo("…CDEF");
            assertThat(exit.getPages()).isOne();
        });
        assertThat(tracked.requestStarted()).isFalse();
        assertThat(tracked.heard(say(Kind.HELLO, 2, 1))).isFalse();
    }

    @Test
    void aSessionThatHasLivedUnseenMayHavePagesThatHaveNotSpokenYet() {
        store.ageMillis = 60_000; // kept over a restart, say
        orphan(this);
        pass(LOST - 1_000);
        assertThat(store.ended).isEmpty();
        pass(2_000);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void aSessionThatTheContainerSeesInUseIsNotEnded() {
        store.idleMillis = CLOSED / 2; // by a route that no hook sees
        orphan(this);
        pass(3 * CLOSED);
        assertThat(store.ended).isEmpty();
        store.idleMillis = CLOSED;
        pass(CLOSED);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void tellsWhenTheContainerAloneWouldHaveEndedASessionThatWeHaveEnded() {
        List<ExitInfo> told = told();
        tracker.track(this).requestStarted();
        orphan(this).requestEnded();
        pass(CLOSED + DeadlineWheel.SLOT_MILLIS);

        ExitInfo exit = told.get(0);
        assertThat(told).hasSize(1);
        assertThat(exit.isEnded()).isTrue();
        assertThat(exit.getDeparture()).isEqualTo("CLOSED");
        assertThat(exit.getIdleMillis()).isBetween(CLOSED, CLOSED + DeadlineWheel.SLOT_MILLIS);
        assertThat(exit.getLifetimeMillis()).isEqualTo(exit.getIdleMillis());
        assertThat(exit.getTimeMillis() + store.timeoutMillis - exit.getWouldHaveEndedAtMillis())
                .isBetween(CLOSED, CLOSED + DeadlineWheel.SLOT_MILLIS + 60_000); // the times are of a clock that goes
    }

    @Test
    void tellsOfNoTimeoutWhereThereIsNoneOrWhereTheContainerWasFaster() {
        List<ExitInfo> told = told();
        tracker.track(this).endedBy(ExitCause.LOGOUT);
        store.timeoutMillis = 0;
        orphan(store);
        pass(CLOSED + DeadlineWheel.SLOT_MILLIS);

        assertThat(told).extracting(ExitInfo::getCause).containsExactly("LOGOUT", "ORPHANED_CLOSED");
        assertThat(told).extracting(ExitInfo::getDeparture).containsExactly(null, "CLOSED");
        assertThat(told).allMatch(exit -> exit.getWouldHaveEndedAtMillis() == -1);
    }

    @Test
    void tellsInObserveModeOfWhatWouldHaveEndedAndOfTheEndItself() {
        List<ExitInfo> told = told();
        tracker.observe(true);
        TrackedSession tracked = orphan(this);
        pass(CLOSED + DeadlineWheel.SLOT_MILLIS);
        tracked.endedBy(ExitCause.TIMEOUT);

        assertThat(told).extracting(ExitInfo::isEnded).containsExactly(false, true);
        assertThat(told).extracting(ExitInfo::getCause).containsExactly("ORPHANED_CLOSED", "TIMEOUT");
        assertThat(told.get(0).getWouldHaveEndedAtMillis()).isPositive();
        assertThat(told.get(1).getWouldHaveEndedAtMillis()).isEqualTo(-1);
        assertThat(tracker.recentExits()).hasSize(1);
    }

    @Test
    void tellsHowTheLastPageHadLeftWhoeverEndsTheSession() {
        List<ExitInfo> told = told();
        TrackedSession closed = orphan(new Object());
        TrackedSession away = tracker.track(this);
        away.heard(say(Kind.HELLO, 1, 1));
        away.heard(new PageMessage(Kind.BYE, 1, 1, 2, true, "pay.example", null));
        TrackedSession closedLater = tracker.track(store);
        closedLater.heard(say(Kind.HELLO, 1, 1));
        closedLater.heard(new PageMessage(Kind.BYE, 1, 1, 2, true, "pay.example", null));
        closedLater.heard(say(Kind.HELLO, 2, 1));
        pass(1_000);
        closedLater.heard(say(Kind.BYE, 2, 2));
        TrackedSession open = tracker.track(nanos);
        open.heard(say(Kind.HELLO, 1, 1));
        for (TrackedSession session : List.of(closed, away, closedLater, open)) {
            session.endedBy(ExitCause.TIMEOUT);
        }

        assertThat(told).extracting(ExitInfo::getDeparture).containsExactly("CLOSED", "SENT_AWAY", "CLOSED", null);
    }

    private List<ExitInfo> told() {
        List<ExitInfo> told = new CopyOnWriteArrayList<>();
        tracker.onExit(told::add);
        return told;
    }

    @Test
    void openPagesGoOnInTheSessionThatALoginPutsInPlaceOfTheirs() {
        Object anonymous = new Object();
        TrackedSession before = tracker.track(anonymous);
        before.heard(say(Kind.HELLO, 1, 1));
        before.heard(say(Kind.HELLO, 2, 1));
        before.heard(say(Kind.BYE, 1, 2)); // the page that logs in
        Object loggedIn = new Object();
        TrackedSession after = tracker.track(loggedIn);
        after.follows(before);
        assertThat(after.openPages()).as("while the other lives").isZero();

        before.endedBy(ExitCause.LOGOUT);
        after.follows(before);
        assertThat(after.openPages()).isOne();
        after.heard(say(Kind.HELLO, 3, 1));
        after.heard(say(Kind.BYE, 3, 2));
        pass(3 * CLOSED);
        assertThat(store.ended).isEmpty();
        after.heard(say(Kind.BYE, 2, 2));
        pass(CLOSED + DeadlineWheel.SLOT_MILLIS);
        assertThat(store.ended).containsExactly(loggedIn);
    }

    @Test
    void anUnseenPageOfTheSessionBeforeALoginCountsInTheNextOne() {
        TrackedSession before = tracker.track(new Object());
        before.unseenPageServed();
        before.endedBy(ExitCause.LOGOUT);
        Object loggedIn = new Object();
        TrackedSession after = tracker.track(loggedIn);
        after.heard(say(Kind.HELLO, 1, 1));
        after.follows(before);
        after.heard(say(Kind.BYE, 1, 2));
        pass(LOST - 1_000);
        assertThat(store.ended).isEmpty();
        pass(1_000 + DeadlineWheel.SLOT_MILLIS);
        assertThat(store.ended).containsExactly(loggedIn);
    }

    @Test
    void aUserWhoIsSentAwayComesBackToTheSessionThatALoginPutsInPlaceOfHis() {
        TrackedSession before = tracker.track(new Object());
        before.heard(say(Kind.HELLO, 1, 1));
        before.redirectedTo("login.example");
        before.heard(say(Kind.BYE, 1, 2));
        before.endedBy(ExitCause.LOGOUT);
        Object loggedIn = new Object();
        TrackedSession after = tracker.track(loggedIn);
        after.follows(before);

        pass(AWAY - 1_000);
        assertThat(store.ended).isEmpty();
        PageMessage last = say(Kind.BYE, 1, 2);
        after.heard(new PageMessage(Kind.HELLO, 1, 2, 1, false, null, last));
        pass(30_000);
        after.heard(say(Kind.BYE, 2, 2));
        pass(CLOSED + DeadlineWheel.SLOT_MILLIS);
        assertThat(store.ended).containsExactly(loggedIn);
        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
    }

    @Test
    void aUserWhoIsSentAwayAndNeverComesBackIsCountedAsSuch() {
        Object session = new Object();
        TrackedSession tracked = tracker.track(session);
        tracked.heard(say(Kind.HELLO, 1, 1));
        tracked.heard(new PageMessage(Kind.BYE, 1, 1, 2, true, "pay.example", null));
        pass(AWAY - 1);
        assertThat(store.ended).isEmpty();
        pass(DeadlineWheel.SLOT_MILLIS + 1);
        assertThat(store.ended).containsExactly(session);
        assertThat(exits(ExitCause.ORPHANED_SENT_AWAY)).isOne();
    }

    @Test
    void countsTheFirstWordOfAnEndOnly() {
        TrackedSession tracked = tracker.track(this);
        tracked.endedBy(ExitCause.LOGOUT);
        tracked.endedBy(ExitCause.TIMEOUT);

        assertThat(exits(ExitCause.LOGOUT)).isOne();
        assertThat(allExits()).isOne();
    }

    @Test
    void neverEndsASessionWithoutAWordOfAnyPage() {
        TrackedSession tracked = tracker.track(this);
        tracked.requestStarted();
        tracked.requestEnded();
        pass(2 * LOST);

        assertThat(allExits()).isZero();
    }

    @Test
    void aRequestStopsTheCountdownUntilGraceAfterItsEnd() {
        TrackedSession tracked = orphan(this);
        pass(CLOSED - 1);
        assertThat(tracked.requestStarted()).isTrue();
        pass(5 * CLOSED);
        assertThat(store.ended).isEmpty();

        tracked.requestEnded();
        pass(CLOSED - 1);
        assertThat(store.ended).isEmpty();
        pass(DeadlineWheel.SLOT_MILLIS + 1);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void aRequestWinsUntilAWorkerIsFree() {
        CountDownLatch slow = new CountDownLatch(1);
        for (int i = 0; i < workers.getMaximumPoolSize(); i++) {
            workers.execute(() -> waitFor(slow));
        }
        TrackedSession tracked = orphan(this);
        turn(2 * CLOSED);

        assertThat(tracked.requestStarted()).isTrue();
        slow.countDown();
        settle();
        assertThat(store.ended).isEmpty();
        tracked.requestEnded();
        pass(CLOSED + 500);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void listenersThatBlockDelayNobodyElse() {
        CountDownLatch slow = new CountDownLatch(1);
        List<Object> blocking = Stream.generate(Object::new).limit(10).toList();
        Object other = new Object();
        store.listener = session -> {
            if (session != other) {
                waitFor(slow);
            }
        };
        blocking.forEach(this::orphan);
        turn(1_000);
        orphan(other);
        turn(CLOSED + 500);

        await().atMost(Duration.ofSeconds(60)).until(() -> tracker.find(other) == null);
        assertThat(allExits()).isOne();
        slow.countDown();
        settle();
        assertThat(allExits()).isEqualTo(11);
    }

    @Test
    void sparesASessionThatTheContainerFailsToEndAndJudgesItAgain() {
        TrackedSession tracked = orphan(this);
        store.listener = session -> {
            throw new IllegalStateException("store down");
        };
        pass(CLOSED + 500);

        assertThat(tracker.failedExpiries()).isOne();
        assertThat(tracked.requestStarted()).isTrue();
        tracked.requestEnded();
        store.listener = session -> {};
        pass(CLOSED + 500);
        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
    }

    @Test
    void aFaultOfOneWhoOnlyJudgesASessionDoesNotOpenItAgainWhileAnotherEndsIt() {
        TrackedSession tracked = orphan(this);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch judged = new CountDownLatch(1);
        store.listener = session -> {
            waitFor(judged);
            assertThat(tracked.requestStarted()).as("while it is being ended").isFalse();
        };
        store.beforeIdle = () -> {
            store.beforeIdle = () -> {};
            assertThat(tracker.expire(tracked.number())).isTrue();
            claimed.countDown();
            throw new IllegalStateException("on purpose");
        };
        turn(CLOSED + 500);
        waitFor(claimed);
        await().atMost(Duration.ofSeconds(60)).until(() -> work.get() == 1);
        judged.countDown();
        settle();

        assertThat(exits(ExitCause.OPERATOR)).isOne();
        assertThat(tracker.failedExpiries()).isZero();
    }

    @Test
    void countsASessionThatHasEndedWithoutItsStoreForgettingIt() {
        orphan(this);
        store.afterwards = session -> {
            throw new SessionStoreException("store down", null);
        };
        pass(CLOSED + 500);
        pass(3 * CLOSED);

        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
        assertThat(tracker.failedExpiries()).isOne();
        assertThat(reaper.faults().counts()).containsEntry("session store", 1L);
    }

    @Test
    void aListenerThatThrowsFailsNoEnd() {
        orphan(this);
        store.afterwards = session -> {
            throw new IllegalStateException("on purpose");
        };
        pass(CLOSED + 500);
        pass(3 * CLOSED);

        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
        assertThat(tracker.failedExpiries()).isZero();
        assertThat(reaper.faults().counts()).containsEntry("session listener", 1L);
    }

    @Test
    void aSessionThatHasLostItsPlaceInTheWheelIsFoundAgain() {
        TrackedSession tracked = orphan(this);
        reaper.forget(tracked);
        pass(3 * CLOSED);
        assertThat(store.ended).isEmpty();

        reaper.mayHaveLost();
        pass(2 * ReaperClock.LONGEST_TICK_MILLIS);
        assertThat(store.ended).hasSize(1);
        pass(3 * CLOSED);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void aHookThatFailsKeepsAllSessionsForAWhileAndLosesNone() {
        TrackedSession tracked = orphan(this);
        reaper.forget(tracked);
        tracker.hookFailed();
        pass(LOST - 1_000);
        assertThat(store.ended).isEmpty();
        pass(2_000);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void keepsASessionForOneMoreGraceIfTheContainersClockWasSetBack() {
        store.idleMillis = -3_600_000;
        orphan(this);
        pass(CLOSED + 500);
        pass(CLOSED - 1_000);
        assertThat(store.ended).isEmpty();
        pass(2_000);
        assertThat(store.ended).hasSize(1);
        assertThat(tracker.recentExits().get(0).getWouldHaveEndedAtMillis())
                .isBetween(System.currentTimeMillis(), System.currentTimeMillis() + store.timeoutMillis);
    }

    @Test
    void aSessionOfTheFutureMayHavePagesThatHaveNotSpokenYet() {
        store.ageMillis = -3_600_000; // the clock was set back since
        orphan(this);
        pass(LOST - 1_000);
        assertThat(store.ended).isEmpty();
        pass(2_000);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void forgetsASessionThatTheContainerHasEvicted() {
        orphan(this);
        store.evicted = true;
        pass(CLOSED + 500);

        assertThat(tracker.count()).isZero();
        assertThat(tracker.failedExpiries()).isZero();
        assertThat(store.ended).isEmpty();
        assertThat(allExits()).isZero();
    }

    @Test
    void aSessionWhoseWorkFindsNoThreadIsSparedAndJudgedAgain() {
        Reaper tired = new Reaper(new ReaperClock(nanos::get), work -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        SessionTracker sessions = new SessionTracker(tired, store, POLICY, false);
        TrackedSession tracked = sessions.track(this);
        tracked.heard(say(Kind.HELLO, 1, 1));
        tracked.heard(say(Kind.BYE, 1, 2));
        for (int i = 0; i < 50; i++) {
            nanos.addAndGet(500_000_000);
            tired.turn();
        }

        assertThat(sessions.failedExpiries()).isEqualTo(2);
        assertThat(tracked.requestStarted()).isTrue();
    }

    @Test
    void aFaultOfOneSessionLosesNoneOfTheOthersThatAreDueWithIt() {
        List<Object> sessions = new ArrayList<>();
        Stream.generate(Object::new).limit(20).forEach(sessions::add);
        sessions.forEach(this::orphan);
        store.listener = session -> {
            if (session == sessions.get(7)) {
                throw new LinkageError("broken");
            }
        };
        pass(CLOSED + 500);

        assertThat(store.ended).hasSize(19).doesNotContain(sessions.get(7));
        assertThat(tracker.failedExpiries()).isOne();
    }

    @Test
    void anOperatorEndsOneSessionOnce() {
        TrackedSession tracked = tracker.track(this);
        tracked.heard(say(Kind.HELLO, 1, 1));

        assertThat(tracker.expire(tracked.number())).isTrue();
        settle();
        assertThat(tracker.expire(tracked.number())).isFalse();
        assertThat(exits(ExitCause.OPERATOR)).isOne();
        assertThat(tracker.expire(99)).isFalse();
    }

    @Test
    void observingCountsASilenceOnceAndEndsNobody() {
        tracker.observe(true);
        TrackedSession tracked = orphan(this);
        pass(CLOSED + 500);
        tracked.heard(say(Kind.BYE, 1, 2));
        pass(5 * CLOSED);
        assertThat(tracker.wouldHaveExited().get(ExitCause.ORPHANED_CLOSED).sum())
                .isOne();

        tracked.requestStarted();
        tracked.requestEnded();
        pass(CLOSED + 500);
        assertThat(tracker.wouldHaveExited().get(ExitCause.ORPHANED_CLOSED).sum())
                .isEqualTo(2);
        assertThat(allExits()).isZero();
    }

    @Test
    void aRequestWithTheIdOfAnEndedSessionIsAFalseExpiryOnce() {
        orphan(this);
        pass(CLOSED + 500);
        assertThat(store.ended).hasSize(1);
        pass(5_000);
        tracker.missed(ID);
        tracker.missed(ID);

        assertThat(tracker.falseExpiries().get(SinceEnd.WITHIN_10_S).sum()).isOne();
        assertThat(sum(tracker.falseExpiries())).isOne();
    }

    @Test
    void aFalseExpiryIsToldOnceWithTheMaskedIdAndTheTimeSinceTheEnd() {
        List<FalseExpiryInfo> told = new ArrayList<>();
        tracker.onFalseExpiry(told::add);
        orphan(this);
        pass(CLOSED + 500);
        tracker.missed("0123456789ABCDEE");
        assertThat(told).isEmpty();
        pass(5_000);
        long before = System.currentTimeMillis();
        tracker.missed(ID);
        tracker.missed(ID);

        assertThat(told).hasSize(1);
        FalseExpiryInfo falseExpiry = told.get(0);
        assertThat(falseExpiry.getMaskedId()).isEqualTo("…CDEF");
        assertThat(falseExpiry.isEnded()).isTrue();
        assertThat(falseExpiry.getSinceEndMillis()).isBetween(5_000L, 5_500L);
        assertThat(falseExpiry.getTimeMillis()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void observingTellsOnceOfASessionThatIsUsedAfterItWouldHaveEnded() {
        List<FalseExpiryInfo> told = new ArrayList<>();
        tracker.onFalseExpiry(told::add);
        tracker.observe(true);
        TrackedSession tracked = orphan(this);
        pass(CLOSED + 500);
        assertThat(told).isEmpty();
        pass(30_000);
        for (int i = 0; i < 2; i++) {
            tracked.requestStarted();
            tracked.requestEnded();
        }

        assertThat(told).hasSize(1);
        FalseExpiryInfo falseExpiry = told.get(0);
        assertThat(falseExpiry.getMaskedId()).isEqualTo("…CDEF");
        assertThat(falseExpiry.isEnded()).isFalse();
        assertThat(falseExpiry.getSinceEndMillis()).isBetween(30_000L, 30_500L);
    }

    @Test
    void aRequestInTheMidstOfAnEndIsAFalseExpiry() {
        store.listener = session -> tracker.missed(ID);
        orphan(this);
        pass(CLOSED + 500);

        assertThat(tracker.falseExpiries().get(SinceEnd.WITHIN_1_S).sum()).isOne();
    }

    @Test
    void isNoFalseExpiryOfOtherIdsOrOnceTheContainerWouldHaveEndedTheSessionItself() {
        store.timeoutMillis = 60_000;
        orphan(this);
        tracker.missed(ID); // not ended yet
        pass(CLOSED + 500);
        tracker.missed("0123456789ABCDEE");
        tracker.missed("x".repeat(1_000_000));
        tracker.missed("");
        tracker.missed(null);
        pass(60_000 - CLOSED);
        tracker.missed(ID);

        assertThat(store.ended).hasSize(1);
        assertThat(sum(tracker.falseExpiries())).isZero();
    }

    @Test
    void isAFalseExpiryUntilTheContainerWouldHaveEndedTheSessionItself() {
        store.timeoutMillis = 60_000;
        pass(50_000);
        orphan(this);
        pass(CLOSED + 500);
        assertThat(store.ended).hasSize(1);
        pass(60_000 - CLOSED - 1_000);
        tracker.missed(ID);

        assertThat(sum(tracker.falseExpiries())).isOne();
    }

    @Test
    void isNoFalseExpiryOfASessionThatSomebodyElseHasEndedOrThatWasSpared() {
        tracker.track(this).endedBy(ExitCause.LOGOUT);
        tracker.missed(ID);
        Object second = new Object();
        TrackedSession tracked = tracker.track(second);
        tracker.expire(tracked.number());
        settle();
        tracker.missed(ID);
        Object third = new Object();
        orphan(third);
        store.listener = session -> {
            throw new IllegalStateException("store down");
        };
        pass(CLOSED + 500);
        tracker.missed(ID);

        assertThat(tracker.failedExpiries()).isOne();
        assertThat(sum(tracker.falseExpiries())).isZero();
    }

    @Test
    void observingCountsWhichOfThoseThatWouldHaveEndedHadAnotherRequest() {
        tracker.observe(true);
        TrackedSession tracked = orphan(this);
        orphan(new Object());
        pass(CLOSED + 500);
        tracked.heard(say(Kind.HELLO, 2, 1)); // an ended session's page would have been told, which is no request
        assertThat(sum(tracker.wouldHaveBeenFalse())).isZero();
        tracked.heard(say(Kind.BYE, 2, 2));
        pass(30_000);
        for (int i = 0; i < 2; i++) {
            tracked.requestStarted();
            tracked.requestEnded();
        }

        assertThat(tracker.wouldHaveExited().get(ExitCause.ORPHANED_CLOSED).sum())
                .isEqualTo(3);
        assertThat(tracker.wouldHaveBeenFalse().get(SinceEnd.WITHIN_1_MIN).sum())
                .isOne();
        assertThat(sum(tracker.wouldHaveBeenFalse())).isOne();
        assertThat(sum(tracker.falseExpiries())).isZero();
    }

    @Test
    void enforcingEndsWhatWasOnlyCountedWhileObserving() {
        tracker.observe(true);
        orphan(this);
        pass(2 * CLOSED);
        tracker.observe(false);
        pass(500);

        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isOne();
    }

    @Test
    void aChangedPolicyJudgesRunningCountdownsAnew() {
        orphan(this);
        pass(2_000);
        tracker.changePolicy(new Policy(60_000, 60_000, AWAY, LOST, 30_000, host -> false));
        pass(CLOSED);
        assertThat(store.ended).isEmpty();
        tracker.changePolicy(new Policy(15_000, 15_000, AWAY, LOST, 30_000, host -> false));
        pass(3_500);

        assertThat(store.ended).hasSize(1);
    }

    @Test
    void nothingEndsForAsLongAsASilentPageMayBeThereAfterAHold() {
        orphan(this);
        tracker.holdAll();
        pass(LOST - 1);
        assertThat(store.ended).isEmpty();
        pass(500);

        assertThat(store.ended).hasSize(1);
    }

    @Test
    void aHoldForEverIsNotShortenedByAnother() {
        orphan(this);
        tracker.holdForEver();
        tracker.holdAll();
        pass(2 * LOST);

        assertThat(store.ended).isEmpty();
    }

    @Test
    void whatWasDueAfterAPauseWaitsUntilTheSocketsHaveBeenRead() {
        TrackedSession tracked = orphan(this);
        pass(CLOSED - 100);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(5));
        reaper.turn();
        pass(ReaperClock.CATCH_UP_MILLIS);
        assertThat(store.ended).isEmpty();

        tracked.heard(say(Kind.HELLO, 2, 1)); // sent while the server stood still
        pass(2 * CLOSED);
        assertThat(store.ended).isEmpty();
    }

    @Test
    void theReaperDoesSomethingElseAgainAndAgainWhateverComesOfIt() {
        AtomicInteger done = new AtomicInteger();
        reaper.every(5_000, () -> {
            done.incrementAndGet();
            throw new IllegalStateException("no disk");
        });
        pass(4_500);
        assertThat(done).hasValue(0);
        pass(500);
        assertThat(done).hasValue(1);
        pass(10_000);
        assertThat(done).hasValue(3);
        orphan(this);
        pass(CLOSED + 500);
        assertThat(store.ended).hasSize(1);
    }

    @Test
    void countsFromZeroAgain() {
        orphan(this);
        pass(CLOSED + 500);
        tracker.missed(ID);
        store.listener = session -> {
            throw new IllegalStateException("store down");
        };
        Object second = new Object();
        orphan(second);
        pass(CLOSED + 500);
        tracker.observe(true);
        pass(CLOSED + 500);
        assertThat(tracker.find(second)).isNotNull();
        assertThat(sum(tracker.exits()) + sum(tracker.falseExpiries()) + sum(tracker.wouldHaveExited()))
                .isEqualTo(3);
        assertThat(tracker.failedExpiries()).isOne();

        tracker.resetCounters();
        assertThat(sum(tracker.exits()) + sum(tracker.falseExpiries()) + sum(tracker.wouldHaveExited()))
                .isZero();
        assertThat(tracker.failedExpiries()).isZero();
        assertThat(tracker.recentExits()).hasSize(1);
    }

    @Test
    void countsItsSessionsByState() {
        Object open = new Object();
        tracker.track(open).heard(say(Kind.HELLO, 1, 1));
        tracker.track(this);
        Object left = new Object();
        orphan(left);
        assertThat(tracker.countsByState())
                .isEqualTo(Map.of(
                        TrackedSession.State.UNCONFIRMED, 1L,
                        TrackedSession.State.OPEN, 1L,
                        TrackedSession.State.LEAVING, 1L,
                        TrackedSession.State.ENDING, 0L,
                        TrackedSession.State.ENDED, 0L));
    }

    @Test
    void sessionsThatShareAnIdEndTogetherOnly() {
        Object first = new Object();
        Object second = new Object();
        TrackedSession a = orphan(first);
        TrackedSession b = orphan(second);
        store.siblings.put(first, b);
        store.siblings.put(second, a);
        b.requestStarted();
        pass(3 * CLOSED);
        assertThat(store.ended).isEmpty();

        b.requestEnded();
        pass(2 * CLOSED + 500);
        assertThat(store.ended).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void forgetsSessionsThatTheContainerHasDropped() {
        Object session = new Object();
        orphan(session);
        WeakReference<Object> dropped = new WeakReference<>(session);
        session = null;
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return dropped.get() == null && tracker.count() == 0;
        });
        pass(2 * CLOSED);

        assertThat(store.ended).isEmpty();
        assertThat(tracker.failedExpiries()).isZero();
    }

    @Test
    void ofARequestAndAnEndAtTheSameMomentOneWinsAndOneEndIsCounted() throws Exception {
        int rounds = 3_000;
        AtomicInteger inTime = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(2);
        Map<Object, Boolean> running = new ConcurrentHashMap<>();
        store.listener = session -> {
            if (running.containsKey(session)) {
                wrong.incrementAndGet();
            }
        };
        List<TrackedSession> sessions = new ArrayList<>();
        List<Object> keep = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            keep.add(new Object());
            sessions.add(orphan(keep.get(i)));
        }
        nanos.addAndGet(2_000_000_000L);
        turn(CLOSED - 2_500);
        nanos.addAndGet(2_000_000_000L); // due, and nobody has looked
        Thread requests = new Thread(() -> {
            waitFor(start);
            for (int i = 0; i < rounds; i++) {
                TrackedSession tracked = sessions.get(rounds - 1 - i);
                Object session = keep.get(rounds - 1 - i);
                if (tracked.requestStarted()) {
                    running.put(session, true);
                    inTime.incrementAndGet();
                    if (tracked.info(0).getRunningRequests() != 1 || tracker.find(session) == null) {
                        wrong.incrementAndGet();
                    }
                    running.remove(session);
                    tracked.requestEnded();
                } else if (tracked.heard(say(Kind.HELLO, 5, 1))) {
                    wrong.incrementAndGet();
                }
            }
        });
        requests.start();
        waitFor(start);
        reaper.turn();
        requests.join();
        settle();

        assertThat(wrong).hasValue(0);
        assertThat(allExits()).isEqualTo(store.ended.size());
        assertThat(store.ended.size() + inTime.get()).isEqualTo(rounds);
        pass(2 * CLOSED);
        assertThat(exits(ExitCause.ORPHANED_CLOSED)).isEqualTo(rounds);
        assertThat(store.ended).doesNotHaveDuplicates().hasSize(rounds);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
