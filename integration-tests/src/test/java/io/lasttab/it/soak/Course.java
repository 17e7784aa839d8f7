package io.lasttab.it.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The time for which the load goes on. Who rests is woken when it is over; who is in the midst of something ends that. */
final class Course {
    private final CountDownLatch end = new CountDownLatch(1);

    /** Thrown at whoever rests when it is over. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("over", null, false, false);
        }
    }

    void end() {
        end.countDown();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    void rest(Duration duration) {
        try {
            if (end.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Over();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over();
        }
    }

    /** As people do, never twice as long. */
    void rest(int leastMillis, int mostMillis) {
        rest(Duration.ofMillis(ThreadLocalRandom.current().nextInt(leastMillis, mostMillis)));
    }
}
