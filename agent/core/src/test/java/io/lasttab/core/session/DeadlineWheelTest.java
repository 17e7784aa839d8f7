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

    private static TrackedSession session() {
        return new TrackedSession(new Object(), new ReferenceQueue<>(), null, 0, 0);
    }

    private List<Long> dueAt(long now) {
        List<Long> times = new ArrayList<>();
        wheel.turn(now, (session, at) -> times.add(at));
        return times;
    }

    @Test
    void handsOutEachEntryOnceNeverEarlyAndAtMostASlotLate() {
        Random random = new Random(1);
        Map<Long, Integer> waiting = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            long at = 1L + random.nextInt(60_000);
            waiting.merge(at, 1, Integer::sum);
            wheel.add(session(), at);
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
        wheel.add(session(), 3);

        assertThat(dueAt(10_000 + DeadlineWheel.SLOT_MILLIS)).containsExactly(3L);
    }

    @Test
    void handsOutAnEntryOfTheEdgeOfASlotAtItsVeryTime() {
        wheel.add(session(), 10 * DeadlineWheel.SLOT_MILLIS);

        assertThat(dueAt(10 * DeadlineWheel.SLOT_MILLIS - 1)).isEmpty();
        assertThat(dueAt(10 * DeadlineWheel.SLOT_MILLIS)).hasSize(1);
    }

    @Test
    void handsOutWhatIsBeyondItsSpanEarlyButNotAtOnce() {
        long far = 24 * 3_600_000L;
        wheel.add(session(), far);

        assertThat(dueAt(SPAN - 10 * DeadlineWheel.SLOT_MILLIS)).isEmpty();
        assertThat(dueAt(SPAN)).containsExactly(far);
    }

    @Test
    void losesNothingWhenItIsTurnedAfterMoreThanItsSpan() {
        wheel.add(session(), 100);
        wheel.add(session(), SPAN - 1_000);

        assertThat(dueAt(5 * SPAN)).containsExactlyInAnyOrder(100L, SPAN - 1_000);
    }

    @Test
    void handsOutNothingWhenTimeRunsBackwards() {
        dueAt(10_000);
        wheel.add(session(), 10_100);

        assertThat(dueAt(7_000)).isEmpty();
        assertThat(dueAt(10_200)).containsExactly(10_100L);
    }

    @Test
    void tellsWhenTheNextEntryComesSoThatNobodyLooksInVain() {
        wheel.add(session(), 500);

        assertThat(wheel.nextTurn(1_000)).isEqualTo(512);
        assertThat(wheel.nextTurn(520)).as("in the slot of the limit").isEqualTo(512);
        assertThat(wheel.nextTurn(300)).isEqualTo(300);
        assertThat(dueAt(512)).containsExactly(500L);
        assertThat(wheel.nextTurn(2_000)).isEqualTo(2_000);
    }

    @Test
    void losesNoEntryThatIsAddedWhileItTurns() throws Exception {
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
                    TrackedSession session = new TrackedSession(new Object(), new ReferenceQueue<>(), null, number, 0);
                    wheel.add(session, now.get() + number % 130); // into the slots that are just being taken
                }
            });
            thread.start();
            threads.add(thread);
        }
        await(start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            wheel.turn(now.addAndGet(7), (session, at) -> handedOut.add(session.number()));
        }
        wheel.turn(now.get() + 1_000, (session, at) -> handedOut.add(session.number()));

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
