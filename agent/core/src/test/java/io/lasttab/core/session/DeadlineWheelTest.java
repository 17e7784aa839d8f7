package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineWheelTest {

    private static final long SPAN = (1L << 14) * DeadlineWheel.SLOT_MILLIS;

    private final DeadlineWheel wheel = new DeadlineWheel();

    private static TrackedSession session(long number) {
        return new TrackedSession(new Object(), new ReferenceQueue<>(), null, (int) number, 0);
    }

    /** A session whose number is the time that it is due. */
    private TrackedSession add(long at) {
        TrackedSession session = session(at);
        wheel.scheduleBy(session, at);
        return session;
    }

    private List<Long> dueAt(long now) {
        List<Long> numbers = new ArrayList<>();
        wheel.turn(now, session -> numbers.add(session.number()));
        return numbers;
    }

    @Test
    void handsOutEachSessionOnceNeverEarlyAndAtMostASlotLate() {
        Random random = new Random(1);
        Map<Long, Integer> waiting = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            long at = 1L + random.nextInt(60_000);
            waiting.merge(at, 1, Integer::sum);
            add(at);
        }
        for (long now = 0; now <= 61_000; now += 1 + random.nextInt(200)) {
            for (long at : dueAt(now)) {
                assertThat(at).isLessThanOrEqualTo(now);
                waiting.merge(at, -1, Integer::sum);
            }
            long latest = now - DeadlineWheel.SLOT_MILLIS;
            waiting.entrySet().removeIf(entry -> entry.getValue() == 0);
            assertThat(waiting.keySet()).allMatch(at -> at > latest);
        }
        assertThat(waiting).isEmpty();
    }

    @Test
    void handsOutWhatIsPastAtTheNextTurn() {
        dueAt(10_000);
        add(3);

        assertThat(dueAt(10_000 + DeadlineWheel.SLOT_MILLIS)).containsExactly(3L);
    }

    @Test
    void handsOutASessionOfTheEdgeOfASlotAtItsVeryTime() {
        add(10 * DeadlineWheel.SLOT_MILLIS);

        assertThat(dueAt(10 * DeadlineWheel.SLOT_MILLIS - 1)).isEmpty();
        assertThat(dueAt(10 * DeadlineWheel.SLOT_MILLIS)).hasSize(1);
    }

    @Test
    void handsOutWhatIsBeyondItsSpanEarlyButNotAtOnce() {
        long far = 24 * 3_600_000L;
        add(far);

        assertThat(dueAt(SPAN - 10 * DeadlineWheel.SLOT_MILLIS)).isEmpty();
        assertThat(dueAt(SPAN)).containsExactly(far);
    }

    @Test
    void losesNothingWhenItIsTurnedAfterMoreThanItsSpan() {
        add(100);
        add(SPAN - 1_000);

        assertThat(dueAt(5 * SPAN)).containsExactlyInAnyOrder(100L, SPAN - 1_000);
    }

    @Test
    void handsOutNothingWhenTimeRunsBackwards() {
        dueAt(10_000);
        add(10_100);

        assertThat(dueAt(7_000)).isEmpty();
        assertThat(dueAt(10_200)).containsExactly(10_100L);
    }

    @Test
    void tellsWhenTheNextSessionComesSoThatNobodyLooksInVain() {
        add(500);

        assertThat(wheel.nextTurn(1_000)).isEqualTo(512);
        assertThat(wheel.nextTurn(520)).as("in the slot of the limit").isEqualTo(512);
        assertThat(wheel.nextTurn(300)).isEqualTo(300);
        assertThat(dueAt(512)).containsExactly(500L);
        assertThat(wheel.nextTurn(2_000)).isEqualTo(2_000);
    }

    @Test
    void handsOutASessionOnceAtTheEarliestOfItsTimes() {
        TrackedSession session = add(5_000);
        wheel.scheduleBy(session, 1_000);
        wheel.scheduleBy(session, 3_000);

        assertThat(dueAt(1_000 - DeadlineWheel.SLOT_MILLIS)).isEmpty();
        assertThat(dueAt(1_000 + DeadlineWheel.SLOT_MILLIS)).containsExactly(5_000L);
        assertThat(dueAt(10_000)).isEmpty();
    }

    @Test
    void handsOutASessionAgainThatIsPutBackWhileItIsHandedOut() {
        add(1_000);
        wheel.turn(2_000, session -> wheel.scheduleBy(session, 4_000));

        assertThat(dueAt(3_000)).isEmpty();
        assertThat(dueAt(4_100)).containsExactly(1_000L);
    }

    @Test
    void forgetsASessionWhereverItStandsInItsSlot() {
        List<TrackedSession> sessions = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            sessions.add(session(i));
            wheel.scheduleBy(sessions.get(i - 1), 1_000);
        }
        for (int number : new int[] {5, 3, 1, 3}) {
            wheel.forget(sessions.get(number - 1));
        }

        assertThat(dueAt(2_000)).containsExactlyInAnyOrder(2L, 4L);
        assertThat(sessions).allMatch(session -> session.nextInSlot == null && session.previousInSlot == null);
    }

    /** A session has the number of its slot in 31 bits, which begin anew after four years. */
    @Test
    void goesOnWhenTheNumbersOfSlotsBeginAnew() {
        long anew = (1L << 31) * DeadlineWheel.SLOT_MILLIS;
        dueAt(anew - 10_000);
        TrackedSession later = session(2);
        wheel.scheduleBy(later, anew + 9_000);
        wheel.scheduleBy(later, anew + 5_000);
        TrackedSession sooner = session(1);
        wheel.scheduleBy(sooner, anew + 5_000);
        wheel.scheduleBy(sooner, anew - 5_000);
        wheel.scheduleBy(sooner, anew + 3_000); // it is due before that

        assertThat(dueAt(anew - 5_001)).isEmpty();
        assertThat(dueAt(anew)).containsExactly(1L);
        assertThat(dueAt(anew + 4_999)).isEmpty();
        assertThat(dueAt(anew + 6_000)).containsExactly(2L);
    }

    @Test
    void losesNothingWhenItForgetsASessionThatIsNotThere() {
        add(2 * SPAN); // in the last of all slots
        wheel.forget(session(1));

        assertThat(dueAt(SPAN)).containsExactly(2 * SPAN);
    }

    @Test
    void keepsOthersOfASlotInReachWhenOneIsPutElsewhere() {
        TrackedSession first = add(1_000);
        add(1_001);
        wheel.scheduleBy(first, 500);

        assertThat(dueAt(600)).containsExactly(1_000L);
        assertThat(dueAt(1_100)).containsExactly(1_001L);
    }

    @Test
    void losesNoSessionThatIsAddedWhileItTurns() throws Exception {
        int adders = 3;
        int each = 20_000;
        AtomicLong now = new AtomicLong();
        Set<Long> handedOut = new HashSet<>();
        CyclicBarrier start = new CyclicBarrier(adders + 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < adders; i++) {
            long first = (long) i * each;
            Thread thread = new Thread(() -> {
                await(start);
                for (long number = first; number < first + each; number++) {
                    wheel.scheduleBy(
                            session(number), now.get() + number % 130); // into the slots that are just being taken
                }
            });
            thread.start();
            threads.add(thread);
        }
        await(start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            wheel.turn(now.addAndGet(7), session -> handedOut.add(session.number()));
        }
        wheel.turn(now.get() + 1_000, session -> handedOut.add(session.number()));

        assertThat(handedOut).hasSize(adders * each);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
