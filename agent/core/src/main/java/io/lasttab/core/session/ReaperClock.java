package io.lasttab.core.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time by which sessions are judged: milliseconds since the agent's start during which this JVM was really running.
 *
 * <p>While the JVM is held up (suspended, stopped, in a long pause) pages cannot be heard, so that time must not count
 * against them. The reaper ticks at least every {@value #LONGEST_TICK_MILLIS} ms; a gap much longer than that is taken out
 * of the time, for every reader alike: whoever notices it first, a request that comes in just after the pause included.
 *
 * <p>What pages and users sent meanwhile is then still in the sockets. So the clock is also put back by {@value
 * #CATCH_UP_MILLIS} ms: nothing that was not due before the pause can be due before that has been read. To its readers time
 * may thus run backwards, but never by more than that before the highest time that the reaper has seen.
 */
final class ReaperClock {

    /** The reaper ticks at least this often. */
    static final long LONGEST_TICK_MILLIS = 1_000;

    /** A gap between two ticks longer than this means that the JVM was held up; shorter ones are a busy machine. */
    static final long HELD_UP_MILLIS = 3_000;

    /** How long after a pause nothing new gets due. */
    static final long CATCH_UP_MILLIS = 3_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicReference<Ticks> ticks = new AtomicReference<>(new Ticks(0, 0, 0));

    /** The state: replaced as one, so that nobody sees a gap that is half accounted. */
    private static final class Ticks {
        final long last; // the last tick, in real time
        final long heldUp; // by how much the time is behind the real one
        final long highest; // the highest time of all ticks

        Ticks(long last, long heldUp, long highest) {
            this.last = last;
            this.heldUp = heldUp;
            this.highest = highest;
        }
    }

    ReaperClock() {
        this(System::nanoTime);
    }

    ReaperClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The time now, in milliseconds; never negative. */
    long now() {
        while (true) {
            Ticks seen = ticks.get();
            long real = real();
            if (real - seen.last <= HELD_UP_MILLIS) {
                return real - seen.heldUp;
            }
            resume(seen, real);
        }
    }

    /** The time now, if the JVM was not held up since the last tick; else a later one. Allocates nothing. */
    long nowOrLater() {
        return real() - ticks.get().heldUp;
    }

    private void resume(Ticks seen, long real) {
        long now = Math.max(0, seen.highest - CATCH_UP_MILLIS);
        ticks.compareAndSet(seen, new Ticks(real, real - now, seen.highest));
    }

    /** The same, by the reaper: it proves that the JVM is running. */
    long tick() {
        while (true) {
            Ticks seen = ticks.get();
            long real = real();
            long now = real - seen.heldUp;
            if (real - seen.last > HELD_UP_MILLIS) {
                resume(seen, real);
            } else if (ticks.compareAndSet(seen, new Ticks(real, seen.heldUp, Math.max(seen.highest, now)))) {
                return now;
            }
        }
    }

    /** How far this clock is behind because the JVM was held up, in milliseconds. */
    long heldUpMillis() {
        return ticks.get().heldUp;
    }

    private long real() {
        return (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
    }
}
