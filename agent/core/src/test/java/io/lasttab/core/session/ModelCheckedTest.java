package io.lasttab.core.session;

import io.lasttab.core.session.PageMessage.Kind;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * A request, a page and the reaper at the very deadline of two sessions, on threads that Lincheck stops and resumes at every
 * access to memory that they share. It tries orders in which these can happen, those included that {@link
 * EveryInterleavingTest} leaves out because it takes each step for whole: above all in the wheel, which is looked at without
 * its lock. (The table of all sessions is not asked, as Lincheck gives an object another identity hash each time.)
 */
class ModelCheckedTest {

    /** How many orders are tried; {@code -Dhistories.orders} for more. */
    private static final int ORDERS = Integer.getInteger("histories.orders", 500);

    private static final long GRACE = 1_000;
    private static final Policy POLICY = new Policy(GRACE, GRACE, GRACE, GRACE, GRACE, host -> false);

    @Test
    void sparesASessionOrEndsItOnceAndForgetsNoDeadline() {
        Lincheck.runConcurrentTest(ORDERS, () -> new Deadline().race());
    }

    @Test
    void handsOutEachSessionOnceWhoeverElseComesAndGoes() {
        Lincheck.runConcurrentTest(ORDERS, () -> new Slot().race());
    }

    /** Two sessions come into a slot that has two, while one of these goes and the slot is taken. */
    private static final class Slot {
        private static final long SOON = DeadlineWheel.SLOT_MILLIS;

        private final DeadlineWheel wheel = new DeadlineWheel();
        private final int[] handedOut = new int[4];

        private static TrackedSession session(int number) {
            return new TrackedSession(new Object(), null, null, number, 0);
        }

        void race() {
            TrackedSession goes = session(0);
            wheel.scheduleBy(goes, SOON);
            wheel.scheduleBy(session(1), SOON);
            Thread comer = new Thread(() -> wheel.scheduleBy(session(2), SOON));
            Thread goer = new Thread(() -> {
                wheel.forget(goes);
                wheel.scheduleBy(session(3), SOON);
            });
            comer.start();
            goer.start();
            turn(SOON);
            join(comer);
            join(goer);
            turn(3 * SOON);
            if (handedOut[0] > 1 || handedOut[1] != 1 || handedOut[2] != 1 || handedOut[3] != 1) {
                throw new AssertionError("lost, or handed out twice: " + Arrays.toString(handedOut));
            }
        }

        private void turn(long now) {
            wheel.turn(now, session -> handedOut[(int) session.number()]++);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The container's session. */
    private static final class Visit {
        TrackedSession tracked;
        volatile long keptUntil; // by whoever was let in
        volatile boolean wrong;
        volatile int ends;
    }

    private static final class Deadline implements SessionStore {
        private final AtomicLong nanos = new AtomicLong();
        private final Reaper reaper = new Reaper(new ReaperClock(nanos::get), Runnable::run);
        private final SessionTracker tracker = new SessionTracker(reaper, this, POLICY, false);
        private final Visit requested = new Visit();
        private final Visit shown = new Visit(); // in the same slot of the wheel

        void race() {
            for (Visit visit : new Visit[] {requested, shown}) {
                visit.tracked = tracker.track(visit);
                comeAndLeave(visit, 1);
            }
            nanos.set((GRACE + DeadlineWheel.SLOT_MILLIS) * 1_000_000);
            Thread request = new Thread(this::request);
            Thread page = new Thread(() -> comeAndLeave(shown, 2));
            request.start();
            page.start();
            turnAndPass();
            turnAndPass();
            join(request);
            join(page);
            for (int i = 0; i < 4; i++) {
                turnAndPass();
            }
            check(requested);
            check(shown);
        }

        private void turnAndPass() {
            reaper.turn();
            nanos.addAndGet(GRACE * 1_000_000);
        }

        private void request() {
            long now = tracker.now();
            if (requested.tracked.requestStarted()) {
                requested.keptUntil = now + GRACE;
                requested.tracked.requestEnded();
            }
        }

        private void comeAndLeave(Visit visit, int page) {
            long now = tracker.now();
            if (visit.tracked.heard(new PageMessage(Kind.HELLO, 1, page, 1, false, null, null))) {
                visit.keptUntil = now + GRACE;
                visit.tracked.heard(new PageMessage(Kind.BYE, 1, page, 2, false, null, null));
            }
        }

        /** By hand, as Lincheck would take a library for some of what it is to check. */
        private void check(Visit visit) {
            if (visit.wrong) {
                throw new AssertionError("ended too early for who was let in");
            }
            if (visit.ends != 1) {
                throw new AssertionError("not ended once when all is quiet");
            }
        }

        /** On the reaper's thread only. */
        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate")
        public void expire(Object containersSession) {
            Visit visit = (Visit) containersSession;
            visit.wrong |= tracker.now() < visit.keptUntil;
            visit.ends++;
            visit.tracked.endedBy(ExitCause.TIMEOUT);
        }

        @Override
        public long createdMillis(Object containersSession) {
            return System.currentTimeMillis();
        }

        @Override
        public long timeoutMillis(Object containersSession) {
            return 1_800_000;
        }

        @Override
        public String id(Object containersSession) {
            return null;
        }
    }
}
