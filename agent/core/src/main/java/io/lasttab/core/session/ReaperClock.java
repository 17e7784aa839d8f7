package io.lasttab.core.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time by which sessions are judged: milliseconds since the agent's start during which this JVM was really running.
 *
 * <p>While the JVM is held up (suspended, stopped, in a long pause) pages cannot be heard, so that time must not count
 * against them. The reaper ticks at least every {@value #LONGEST_TICK_MILLIS} ms; a gap much longer than that is taken out
 * of the time, for every reader alike: whoever notices it first, a request that comes in just after the pause included.
 */
final class ReaperClock {

    /** The reaper ticks at least this often. */
    static final long LONGEST_TICK_MILLIS = 1_000;

    /** A gap between two ticks longer than this means that the JVM was held up; shorter ones are a busy machine. */
    static final long HELD_UP_MILLIS = 3_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicReference<Ticks> ticks = new AtomicReference<>(new Ticks(0, 0));

    /** The last tick and the time held up until then: replaced as one, so that nobody sees a gap that is half accounted. */
    private static final class Ticks {
        final long last;
        final long heldUp;

        Ticks(long last, long heldUp) {
            this.last = last;
            this.heldUp = heldUp;
        }
    }

    ReaperClock() {
        this(System::nanoTime);
    }

    ReaperClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The time now, in milliseconds; from 0. */
    long now() {
        while (true) {
            Ticks seen = ticks.get();
            long real = real();
            long gap = real - seen.last;
            if (gap <= HELD_UP_MILLIS) {
                return real - seen.heldUp;
            }
            ticks.compareAndSet(seen, new Ticks(real, seen.heldUp + gap - LONGEST_TICK_MILLIS));
        }
    }

    /** The same, by the reaper: it proves that the JVM is running. */
    long tick() {
        while (true) {
            long now = now();
            Ticks seen = ticks.get();
            if (ticks.compareAndSet(seen, new Ticks(Math.max(seen.last, now + seen.heldUp), seen.heldUp))) {
                return now;
            }
        }
    }

    /** How long the JVM has been held up in all, in milliseconds. */
    long heldUpMillis() {
        return ticks.get().heldUp;
    }

    private long real() {
        return (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
    }
}
