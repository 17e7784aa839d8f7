package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lasttab.core.session.PageMessage.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All that several threads can do to a session at the moment of its expiry, in every order.
 *
 * <p>A session's state is touched under its lock only, and whoever ends one lets go of the lock at a few moments: when a
 * worker takes over, when the container is asked about the session, before and after it ends it. So what other threads do
 * comes down to which of their steps, each whole, falls into which of these moments; the container of this test does them
 * right there. That is every interleaving, without a thread and without chance. (The wheel, which is looked at without its
 * lock, and the locks themselves are left to {@link ModelCheckedTest}, which knows no steps, but cannot try every order.)
 */
class EveryInterleavingTest {

    /** How many steps others take; {@code -Dlasttab.steps} for more, each costs sixty times the time. */
    private static final int STEPS = Integer.getInteger("lasttab.steps", 3);

    private static final int MOMENTS = 9; // the last one also stands for all that come after it
    private static final long CLOSED = 10_000;
    private static final long LOST = 20_000;
    private static final long TURN = 2_500; // the longest that the clock does not take for a pause, and to spare
    private static final Policy POLICY = new Policy(CLOSED, CLOSED, CLOSED, LOST, CLOSED, host -> false);
    private static final Step[] ALL = Step.values();

    /** What other threads do, each in one piece. */
    private enum Step {
        REQUEST_STARTS,
        REQUEST_ENDS,
        HELLO,
        BYE,
        LOGOUT,
        OPERATOR,
        SECOND_WORKER,
        CARRY_OUT
    }

    /** How the container takes to ending a session. */
    private enum Container {
        ENDS,
        FAILS
    }

    private static final class Run implements SessionStore {

        final Container container;
        final Step[] steps;
        final int[] moments; // of each step, ascending
        final AtomicLong nanos = new AtomicLong();
        final Deque<Runnable> queue = new ArrayDeque<>();
        final Reaper reaper = new Reaper(new ReaperClock(nanos::get), this::execute);
        final SessionTracker tracker = new SessionTracker(reaper, this, POLICY, false);
        final TrackedSession session;
        boolean queueing;
        boolean willing; // the container ends sessions, whatever it did at first
        int moment;
        int next;
        int running;
        boolean spared; // a request or a page has come and was let in
        boolean taken; // somebody was told that the session is going to be ended
        boolean ending; // the end is being carried out
        boolean over;
        boolean endedAtOnce;
        int failures;
        int sequence = 2;
        String fault;

        Run(Container container, Step[] steps, int[] moments) {
            this.container = container;
            this.steps = steps;
            this.moments = moments;
            session = tracker.track(this);
            say(Kind.HELLO, 1, 1);
            say(Kind.BYE, 1, 2);
        }

        private boolean say(Kind kind, int page, int number) {
            return session.heard(new PageMessage(kind, 1, page, number, false, null, null));
        }

        String go() {
            pass(CLOSED);
            aMoment();
            reaper.turn();
            while (next < steps.length || !queue.isEmpty()) {
                if (next < steps.length) {
                    take(steps[next++]);
                } else {
                    queue.remove().run();
                }
            }
            expect(ends() == (over ? 1 : 0), "the end is not counted once");
            expect(tracker.failedExpiries() == failures, "the failures are not counted");
            endedAtOnce = over;
            if (!over) {
                outlive();
            }
            return fault;
        }

        /** Whatever has come between: when all is quiet, there is an end, and it is the only one. */
        private void outlive() {
            willing = true;
            while (running > 0) {
                take(Step.REQUEST_ENDS);
            }
            spared = false;
            taken = false;
            for (long left = 2 * LOST; left > 0; left -= TURN) {
                pass(TURN);
                reaper.turn();
            }
            expect(over && ends() == 1, "no end, or more than one, when all is quiet");
        }

        private void pass(long millis) {
            for (long left = millis; left > 0; left -= TURN) {
                nanos.addAndGet(TURN * 1_000_000);
                reaper.now();
                if (left > TURN) {
                    reaper.turn();
                }
            }
        }

        private void execute(Runnable work) {
            if (queueing) {
                queue.add(work);
            } else {
                aMoment();
                work.run();
            }
        }

        private void aMoment() {
            int now = moment++;
            while (next < steps.length && moments[next] == Math.min(now, MOMENTS - 1)) {
                take(steps[next++]);
            }
        }

        private void take(Step step) {
            switch (step) {
                case REQUEST_STARTS -> {
                    boolean inTime = session.requestStarted();
                    running += inTime ? 1 : 0;
                    letIn(inTime);
                }
                case REQUEST_ENDS -> {
                    if (running > 0) {
                        running--;
                        session.requestEnded();
                    }
                }
                case HELLO -> letIn(say(Kind.HELLO, 2, sequence++));
                case BYE -> say(Kind.BYE, 2, sequence++);
                case LOGOUT -> {
                    over = true;
                    session.endedBy(ExitCause.LOGOUT);
                }
                case OPERATOR -> {
                    queueing = true;
                    boolean claimed = tracker.expire(session.number());
                    queueing = false;
                    expect(!claimed || !(taken || ending || over), "taken twice");
                    taken |= claimed;
                }
                case SECOND_WORKER -> {
                    if (session.claimIfDue(tracker.now())) {
                        expect(!spared && !taken, "taken though it could have been spared, or twice");
                        taken = true;
                        reaper.carryOut(session);
                    }
                }
                case CARRY_OUT -> {
                    if (!queue.isEmpty()) {
                        queue.remove().run();
                    }
                }
            }
        }

        private void letIn(boolean inTime) {
            expect(!inTime || !(taken || ending || over), "let in though it is being ended");
            expect(inTime || taken || ending || over, "turned away though it is not being ended");
            spared |= inTime;
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public void expire(Object containersSession) {
            expect(taken || !spared, "ended though it could have been spared");
            expect(!ending, "ended twice");
            ending = true;
            aMoment();
            if (willing || container == Container.ENDS) {
                over = true;
                session.endedBy(ExitCause.TIMEOUT);
            }
            aMoment();
            failures += over ? 0 : 1;
            ending = false;
            spared |= !over; // it gets another grace
            taken = false;
        }

        @Override
        public Collection<TrackedSession> sharingTheIdOf(Object containersSession) {
            aMoment();
            return List.of();
        }

        @Override
        public long idleMillis(Object containersSession) {
            aMoment();
            return Long.MAX_VALUE;
        }

        @Override
        public long createdMillis(Object containersSession) {
            return System.currentTimeMillis();
        }

        @Override
        public String id(Object containersSession) {
            return null;
        }

        private long ends() {
            return tracker.exits().values().stream()
                    .mapToLong(count -> count.sum())
                    .sum();
        }

        private void expect(boolean condition, String otherwise) {
            if (!condition && fault == null) {
                fault = otherwise;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sparesTheSessionOrEndsItOnceAndNeverHalf(Container container) {
        List<int[]> whens = new ArrayList<>();
        ascending(new int[STEPS], 0, 0, whens);
        Step[] steps = new Step[STEPS];
        int runs = 0;
        boolean ended = false;
        boolean lived = false;
        for (int what = 0; what < Math.pow(ALL.length, STEPS); what++) {
            for (int i = 0, rest = what; i < STEPS; i++, rest /= ALL.length) {
                steps[i] = ALL[rest % ALL.length];
            }
            for (int[] moments : whens) {
                Run run = new Run(container, steps, moments);
                String fault = run.go();
                if (fault != null) {
                    fail(fault + ": " + Arrays.toString(steps) + " at the moments " + Arrays.toString(moments));
                }
                runs++;
                ended |= run.endedAtOnce;
                lived |= run.spared;
            }
        }
        assertThat(ended && lived).as("sessions were ended and others spared").isTrue();
        System.out.printf("%s: %d interleavings%n", container, runs);
    }

    private static void ascending(int[] moments, int at, int from, List<int[]> all) {
        if (at == moments.length) {
            all.add(moments.clone());
            return;
        }
        for (int moment = from; moment < MOMENTS; moment++) {
            moments[at] = moment;
            ascending(moments, at + 1, moment, all);
        }
    }
}
