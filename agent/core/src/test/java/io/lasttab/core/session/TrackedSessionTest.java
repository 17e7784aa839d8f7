package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.PageMessage.Kind;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One session between its threads: who may take it, when, and what it says of itself. Nothing here runs on its own. */
class TrackedSessionTest {

    private static final long CLOSED = 10_000;
    private static final long LOST = 600_000;
    private static final Policy POLICY = new Policy(CLOSED, 20_000, 900_000, LOST, 30_000, host -> false);

    private final AtomicLong nanos = new AtomicLong();
    private final Reaper reaper = new Reaper(new ReaperClock(nanos::get), Runnable::run);
    private final Store store = new Store();
    private final SessionTracker tracker = new SessionTracker(reaper, store, POLICY, false);
    private final Object containersSession = new Object();
    private final TrackedSession session = tracker.track(containersSession);

    private static final class Store implements SessionStore {
        final AtomicInteger questions = new AtomicInteger();
        long idleMillis = Long.MAX_VALUE;
        TrackedSession sibling;
        boolean failing;
        SessionTracker tracker;

        @Override
        public void expire(Object session) {
            if (!failing) {
                tracker.find(session).endedBy(ExitCause.TIMEOUT);
            }
        }

        @Override
        public Collection<TrackedSession> sharingTheIdOf(Object session) {
            return sibling == null ? List.of() : List.of(sibling);
        }

        @Override
        public long createdMillis(Object session) {
            return System.currentTimeMillis();
        }

        @Override
        public long idleMillis(Object session) {
            questions.incrementAndGet();
            return idleMillis;
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public String id(Object session) {
            return "0123456789ABCDEF";
        }
    }

    TrackedSessionTest() {
        store.tracker = tracker;
    }

    private static PageMessage word(Kind kind, int page, int sequence) {
        return new PageMessage(kind, 1, page, sequence, false, null, null);
    }

    /** To the deadline of a session that is orphaned at time 0. */
    private void orphan() {
        assertThat(session.heard(word(Kind.HELLO, 1, 1))).isTrue();
        assertThat(session.heard(word(Kind.BYE, 1, 2))).isTrue();
    }

    private void pass(long millis) {
        for (long left = millis; left > 0; left -= 500) {
            nanos.addAndGet(Math.min(left, 500) * 1_000_000);
            reaper.turn();
        }
    }

    private SessionInfo info() {
        return session.info(tracker.now());
    }

    /** How many sessions the wheel holds; empties it. */
    private int inTheWheel() {
        try {
            Field field = Reaper.class.getDeclaredField("wheel");
            field.setAccessible(true);
            AtomicInteger sessions = new AtomicInteger();
            ((DeadlineWheel) field.get(reaper)).turn(Long.MAX_VALUE, due -> sessions.incrementAndGet());
            return sessions.get();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    @Nested
    class IsTaken {

        @Test
        void atItsDeadlineAndNotBefore() {
            orphan();
            assertThat(session.claimIfDue(CLOSED - 1)).isFalse();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void once() {
            orphan();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
            assertThat(session.claimIfDue(CLOSED)).isFalse();
            assertThat(session.claimForOperator()).isFalse();
            assertThat(session.requestStarted()).isFalse();
            assertThat(session.heard(word(Kind.HELLO, 2, 1))).isFalse();
        }

        @Test
        void byAnOperatorOnceAndByNobodyElse() {
            orphan();
            assertThat(session.claimForOperator()).isTrue();
            assertThat(session.claimForOperator()).isFalse();
            assertThat(session.claimIfDue(CLOSED)).isFalse();
        }

        @Test
        void notBeforeTheOthersOfItsIdHaveNoReasonToLive() {
            orphan();
            TrackedSession other = tracker.track(this);
            store.sibling = other;
            other.heard(word(Kind.HELLO, 1, 1));
            assertThat(session.claimIfDue(LOST - 1)).isFalse();
            assertThat(session.claimIfDue(LOST)).isTrue();
        }

        @Test
        void withoutRegardToAnotherOfItsIdThatIsBeingEnded() {
            orphan();
            TrackedSession other = tracker.track(this);
            store.sibling = other;
            other.heard(word(Kind.HELLO, 1, 1));
            other.claimForOperator();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void againWhenItsEndHasFailed() {
            orphan();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
            assertThat(session.spareIfNotEnded()).isTrue();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void neverWhileARequestRunsThatAnOperatorsFailedEndFoundThere() {
            orphan();
            assertThat(session.requestStarted()).isTrue();
            store.failing = true;
            assertThat(tracker.expire(session.number())).isTrue();
            assertThat(tracker.failedExpiries()).isOne();
            assertThat(session.claimIfDue(2 * LOST)).isFalse();
        }

        @Test
        void notWhileADocumentIsOnItsWayThatIsNoPage() {
            session.documentServed(0);
            session.heard(word(Kind.HELLO, 1, 5));
            session.heard(word(Kind.BYE, 1, 6));
            assertThat(session.claimIfDue(POLICY.boot() - 1)).isFalse();
            assertThat(session.claimIfDue(POLICY.boot())).isTrue();
        }

        @Test
        void notWhileADocumentMayBeInItsTabThatTheSessionBeforeHasSent() {
            session.documentServed(7);
            session.heard(word(Kind.HELLO, 1, 5));
            session.endedBy(ExitCause.LOGOUT);
            TrackedSession next = tracker.track(this);
            next.follows(session);
            next.heard(word(Kind.BYE, 1, 6));
            assertThat(next.claimIfDue(LOST - 1)).isFalse();
            assertThat(next.claimIfDue(LOST)).isTrue();
        }

        @Test
        void notForAPageOutOfACacheWhileADocumentIsSilentOnceAPageHasToldTheAddressOfItsOwn() {
            TrackedSession first = tracker.track(this);
            first.documentServed(7);
            first.heard(word(Kind.HELLO, 1, 1).from(7));
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(LOST - 1)).isFalse();
            assertThat(session.claimIfDue(LOST)).isTrue();
        }

        /** Which it has changed by history.replaceState, or Tomcat's RewriteValve, for this document and not for all. */
        @Test
        void lateAndNeverEarlyIfItsPageTellsAnotherAddressThanWasAskedFor() {
            TrackedSession other = tracker.track(this);
            other.documentServed(7);
            other.heard(word(Kind.HELLO, 1, 1).from(7));
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            pass(LOST - 2 * CLOSED);
            session.heard(word(Kind.ALIVE, 1, 2));
            assertThat(session.claimIfDue(LOST)).as("it is open").isFalse();
            session.heard(word(Kind.BYE, 1, 3));
            assertThat(session.claimIfDue(LOST - 1)).isFalse();
            assertThat(session.claimIfDue(LOST)).isTrue();
        }

        /** As the RewriteValve may do for all: then no address is relied on. */
        @Test
        void onTimeIfNoPageTellsTheAddressThatWasAskedFor() {
            for (int page = 1; page <= 3; page++) {
                session.documentServed(100 + page);
                session.heard(word(Kind.HELLO, page, 1).from(page));
                session.heard(word(Kind.BYE, page, 2));
            }
            assertThat(session.claimIfDue(CLOSED - 1)).isFalse();
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void notForAPageOutOfACacheHoweverManyWordsHaveToldOfNoDocumentThatWasWaitedFor() {
            TrackedSession other = tracker.track(this);
            other.documentServed(7);
            other.heard(word(Kind.HELLO, 1, 1).from(7));
            for (int page = 2; page <= 40; page++) {
                other.heard(word(Kind.HELLO, page, 1).from(9));
            }
            other.documentServed(10);
            for (int sequence = 2; sequence <= 40; sequence++) {
                other.heard(word(Kind.ALIVE, 1, sequence).from(9));
            }
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(LOST - 1)).isFalse();
        }

        @Test
        void notForPagesOutOfACacheThoughADocumentIsWaitedForNoLonger() {
            TrackedSession other = tracker.track(this);
            other.documentServed(7);
            other.heard(word(Kind.HELLO, 1, 1).from(7));
            other.documentServed(10);
            pass(POLICY.boot() + 500);
            for (int page = 2; page <= 40; page++) {
                other.heard(word(Kind.HELLO, page, 1).from(9));
            }
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(POLICY.boot() + LOST - 1)).isFalse();
        }

        @Test
        void notWhileTheContainerSeesItUsedAtThisVeryMoment() {
            store.idleMillis = 0;
            orphan();
            assertThat(session.claimIfDue(CLOSED)).isFalse();
        }

        @Test
        void thoughAnAddressHasFittedByChanceWhereNoneDoes() {
            TrackedSession first = tracker.track(this);
            first.documentServed(7);
            first.heard(word(Kind.HELLO, 1, 1).from(7));
            for (int page = 2; page <= 20; page++) {
                first.documentServed(100 + page);
                first.heard(word(Kind.HELLO, page, 1).from(9));
            }
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void thoughNoPageTellsTheAddressThatItsDocumentWasAskedFor() {
            session.documentServed(8);
            session.heard(word(Kind.HELLO, 1, 1).from(9));
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }

        @Test
        void whenThePagesAreSilentThatItHasInherited() {
            session.heard(word(Kind.HELLO, 1, 1));
            session.endedBy(ExitCause.LOGOUT);
            tracker.track(this).follows(session);
            pass(LOST + 500);
            assertThat(tracker.exits().get(ExitCause.ORPHANED_LOST).sum()).isOne();
        }
    }

    @Nested
    class IsLookedAt {

        @Test
        void atItsDeadlineAndNotBefore() {
            orphan();
            assertThat(session.isDue(CLOSED - 1)).isFalse();
            assertThat(session.isDue(CLOSED)).isTrue();
        }

        @Test
        void againAtTheDeadlineThatHasMoved() {
            orphan();
            pass(1_000);
            session.requestStarted();
            session.requestEnded();
            pass(CLOSED - 500);
            assertThat(store.questions).as("it is handed out, and not due").hasValue(0);
            pass(1_000);
            assertThat(store.questions).hasValue(1);
        }

        @Test
        void fromOnePlaceHoweverOftenItsPageSpeaks() {
            session.heard(word(Kind.HELLO, 1, 1));
            for (int i = 2; i < 100; i++) {
                session.heard(word(Kind.ALIVE, 1, i));
                session.heard(word(Kind.ALIVE, 1, i));
            }
            assertThat(inTheWheel()).isOne();
        }

        @Test
        void neverWhileNothingWouldEndIt() {
            session.requestStarted();
            session.requestEnded();
            assertThat(inTheWheel()).isZero();
        }

        @Test
        void noMoreOnceItHasEnded() {
            orphan();
            session.endedBy(ExitCause.LOGOUT);
            assertThat(inTheWheel()).isZero();
        }

        @Test
        void noMoreOnceItIsTaken() {
            session.requestStarted();
            session.heard(word(Kind.HELLO, 1, 1));
            session.claimForOperator();
            session.requestEnded();
            session.reschedule();
            assertThat(inTheWheel()).isZero();
        }

        @Test
        void noSoonerThanTheContainerCanHaveSeenItIdleForItsGrace() {
            store.idleMillis = 2_000;
            orphan();
            pass(CLOSED + 500);
            assertThat(store.questions).hasValue(1);
            pass(CLOSED - 3_000);
            assertThat(store.questions).hasValue(1);
            pass(1_500);
            assertThat(store.questions).hasValue(2);
        }

        @Test
        void noSoonerThanAnotherGraceWhileOthersOfItsIdMayLive() {
            TrackedSession other = tracker.track(this);
            other.heard(word(Kind.HELLO, 1, 1));
            store.sibling = other;
            orphan();
            pass(CLOSED + 500);
            assertThat(store.questions).hasValue(1);
            pass(CLOSED - 1_000);
            assertThat(store.questions).hasValue(1);
            pass(1_500);
            assertThat(store.questions).hasValue(2);
        }
    }

    @Nested
    class WhileObserving {

        private long counted() {
            return tracker.wouldHaveExited().values().stream()
                    .mapToLong(count -> count.sum())
                    .sum();
        }

        private void observeToTheDeadline() {
            tracker.observe(true);
            orphan();
            pass(CLOSED);
            assertThat(session.claimIfDue(CLOSED)).isFalse();
            assertThat(counted()).isOne();
        }

        @Test
        void isCountedOnceThoughStaleWordsArrive() {
            observeToTheDeadline();
            session.heard(word(Kind.BYE, 1, 2)); // at the very deadline
            pass(CLOSED);
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(session.claimIfDue(3 * CLOSED)).isFalse();
            pass(CLOSED);
            assertThat(counted()).isOne();
        }

        @Test
        void wouldHaveBeenWrongIfARequestFollows() {
            observeToTheDeadline();
            pass(2_000);
            session.requestStarted();
            session.requestEnded();
            session.requestStarted();
            assertThat(tracker.wouldHaveBeenFalse().get(SinceEnd.of(2_000)).sum())
                    .isOne();
        }

        @Test
        void isCountedAgainWhenAnotherPageCameAndLeft() {
            observeToTheDeadline();
            session.heard(word(Kind.HELLO, 2, 1));
            session.heard(word(Kind.BYE, 2, 2));
            pass(CLOSED + 500);
            assertThat(counted()).isEqualTo(2);
        }
    }

    @Nested
    class TellsOfItsEnd {

        private ExitInfo ended() {
            session.endedBy(ExitCause.LOGOUT);
            assertThat(tracker.recentExits()).hasSize(1);
            return tracker.recentExits().get(0);
        }

        @Test
        void thatItsLastPageWasClosed() {
            orphan();
            assertThat(ended().getDeparture()).isEqualTo("CLOSED");
        }

        @Test
        void thatItsLastPageHasLeft() {
            session.heard(word(Kind.HELLO, 1, 1));
            session.heard(new PageMessage(Kind.BYE, 1, 1, 2, true, null, null));
            assertThat(ended().getDeparture()).isEqualTo("LEFT");
        }

        @Test
        void thatItsUserWasSentAway() {
            session.heard(word(Kind.HELLO, 1, 1));
            session.redirectedTo("pay.example");
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(ended().getDeparture()).isEqualTo("SENT_AWAY");
        }

        @Test
        void thatAPageIsStillThere() {
            orphan();
            session.heard(word(Kind.HELLO, 2, 1));
            assertThat(ended().getDeparture()).isNull();
        }

        @Test
        void thatNoPageWasEverThere() {
            session.heard(word(Kind.BYE, 1, 2));
            assertThat(ended().getDeparture()).isNull();
        }

        @Test
        void thatNoPageWasEverThereThoughOneSaysThatItSentItsUserAway() {
            session.heard(new PageMessage(Kind.BYE, 1, 1, 2, true, "pay.example", null));
            assertThat(ended().getDeparture()).isNull();
        }

        @Test
        void whatTheVerdictWasThoughItsLastPageWasClosed() {
            session.unseenPageServed();
            orphan();
            pass(LOST + 500);
            assertThat(tracker.recentExits()).singleElement().satisfies(exit -> assertThat(exit.getDeparture())
                    .isEqualTo("LOST"));
        }

        @Test
        void howLongItWasNotUsed() {
            pass(2_000);
            session.requestStarted();
            session.requestEnded();
            pass(3_000);
            assertThat(ended().getIdleMillis()).isEqualTo(3_000);
        }

        @Test
        void thatItIsInUse() {
            pass(2_000);
            session.requestStarted();
            pass(1_000);
            assertThat(ended().getIdleMillis()).isZero();
        }
    }

    @Nested
    class WhoIsSentToAnotherHost {

        private void redirect(String host) {
            tracker.changePolicy(new Policy(CLOSED, 20_000, 900_000, LOST, 30_000, "own.example"::equals));
            session.heard(word(Kind.HELLO, 1, 1));
            session.redirectedTo(host);
            session.heard(word(Kind.BYE, 1, 2));
        }

        @Test
        void isExpectedBack() {
            redirect("pay.example");
            assertThat(session.claimIfDue(900_000 - 1)).isFalse();
            assertThat(session.claimIfDue(900_000)).isTrue();
        }

        @Test
        void isNotAwayIfItIsOneOfTheApplication() {
            redirect("own.example");
            assertThat(session.claimIfDue(CLOSED)).isTrue();
        }
    }

    @Nested
    class Says {

        @Test
        void thatNoPageHasSpoken() {
            session.requestStarted();
            assertThat(session.isConfirmed()).isFalse();
            assertThat(info().getState()).isEqualTo("UNCONFIRMED");
            assertThat(info().getEndsInMillis()).isEqualTo(-1);
            assertThat(info().getRunningRequests()).isOne();
        }

        @Test
        void howLongAnOpenPageKeepsIt() {
            pass(2_000);
            session.heard(word(Kind.HELLO, 1, 1));
            pass(1_000);
            assertThat(session.isConfirmed()).isTrue();
            assertThat(info().getState()).isEqualTo("OPEN");
            assertThat(info().getEndsInMillis()).isEqualTo(LOST - 1_000);
            assertThat(info().getAgeMillis()).isEqualTo(3_000);
            assertThat(info().getOpenPages()).isOne();
        }

        @Test
        void howLongItIsStillKeptWhenTheLastPageHasLeft() {
            orphan();
            pass(1_000);
            assertThat(info().getState()).isEqualTo("LEAVING");
            assertThat(info().getEndsInMillis()).isEqualTo(CLOSED - 1_000);
            assertThat(session.info(CLOSED + 1).getEndsInMillis()).isZero();
        }

        @Test
        void thatARequestKeepsItThoughTheLastPageHasLeft() {
            orphan();
            session.requestStarted();
            assertThat(info().getState()).isEqualTo("OPEN");
            assertThat(info().getEndsInMillis()).isEqualTo(-1);
        }

        @Test
        void thatItIsBeingEnded() {
            orphan();
            session.claimIfDue(CLOSED);
            assertThat(info().getState()).isEqualTo("ENDING");
            assertThat(info().getEndsInMillis()).isEqualTo(-1);
            assertThat(session.reasonToLive()).isEqualTo(Long.MIN_VALUE);
        }

        @Test
        void thatItIsOver() {
            pass(2_000);
            Object later = new Object();
            TrackedSession second = tracker.track(later);
            second.heard(word(Kind.HELLO, 1, 1));
            pass(1_000);
            second.endedBy(ExitCause.LOGOUT);
            assertThat(second.info(3_000).getState()).isEqualTo("ENDED");
            assertThat(second.info(3_000).getAgeMillis()).isEqualTo(1_000);
            assertThat(second.openPages()).isZero();
            assertThat(tracker.recentExits()).singleElement().satisfies(exit -> assertThat(exit.getLifetimeMillis())
                    .isEqualTo(1_000));
        }
    }

    @Test
    void isOfItsContainersSessionUntilThatIsDropped() {
        assertThat(session.isOf(containersSession)).isTrue();
        assertThat(session.isOf(this)).isFalse();
        session.clear();
        assertThat(session.isOf(containersSession)).isFalse();
        assertThat(session.isOf(null)).isFalse();
    }
}
