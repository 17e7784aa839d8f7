package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReaperClockTest {

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L); // System.nanoTime may be anything
    private final ReaperClock clock = new ReaperClock(nanos::get);

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    private void run(long millis) {
        for (long left = millis; left > 0; left -= ReaperClock.LONGEST_TICK_MILLIS) {
            pass(Math.min(left, ReaperClock.LONGEST_TICK_MILLIS));
            clock.tick();
        }
    }

    @Test
    void goesWithTheRealTimeWhileTheReaperTicks() {
        run(100_500);

        assertThat(clock.now()).isEqualTo(100_500);
        assertThat(clock.heldUpMillis()).isZero();
    }

    @Test
    void takesABusyMachineForNoPause() {
        run(10_000);
        pass(ReaperClock.HELD_UP_MILLIS);

        assertThat(clock.now()).isEqualTo(13_000);
        assertThat(clock.tick()).isEqualTo(13_000);
    }

    @Test
    void doesNotCountAPauseAndGivesTimeToCatchUpWhoeverNoticesFirst() {
        run(10_000);
        pass(300_000);

        assertThat(clock.now()).isEqualTo(10_000 - ReaperClock.CATCH_UP_MILLIS);
        assertThat(clock.tick()).isEqualTo(10_000 - ReaperClock.CATCH_UP_MILLIS);
        assertThat(clock.heldUpMillis()).isEqualTo(300_000 + ReaperClock.CATCH_UP_MILLIS);
        run(4_000);
        assertThat(clock.now()).isEqualTo(11_000);
    }

    @Test
    void tellsATimeThatIsNotBeforeTheRightOneWithoutTakingNoteOfAPause() {
        run(10_000);
        pass(1_000);
        assertThat(clock.nowOrLater()).isEqualTo(11_000);
        pass(300_000);

        assertThat(clock.nowOrLater()).isEqualTo(311_000);
        assertThat(clock.heldUpMillis()).isZero();
        assertThat(clock.now()).isEqualTo(10_000 - ReaperClock.CATCH_UP_MILLIS);
    }

    @Test
    void standsStillButDoesNotRunAwayBackwardsWhenPausesFollowEachOther() {
        run(10_000);
        for (int i = 0; i < 100; i++) {
            pass(3_001);
            clock.tick();
        }

        assertThat(clock.now()).isEqualTo(10_000 - ReaperClock.CATCH_UP_MILLIS);
    }

    @Test
    void isNeverNegative() {
        pass(60_000);

        assertThat(clock.now()).isZero();
    }

    @Test
    void takesAPauseOutOnceThoughManyThreadsNoticeIt() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads + 1);
            for (int round = 0; round < 500; round++) {
                long before = clock.tick();
                pass(100_000);
                List<Future<Long>> seen = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    boolean reaper = i == 0;
                    seen.add(pool.submit(() -> {
                        start.await();
                        return reaper ? clock.tick() : clock.now();
                    }));
                }
                start.await();
                for (Future<Long> time : seen) {
                    assertThat(time.get()).isEqualTo(Math.max(0, before - ReaperClock.CATCH_UP_MILLIS));
                }
                run(ReaperClock.CATCH_UP_MILLIS + 10);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
