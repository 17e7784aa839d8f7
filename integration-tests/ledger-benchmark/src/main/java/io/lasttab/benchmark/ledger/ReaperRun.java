package io.lasttab.benchmark.ledger;

import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionTracker;
import io.lasttab.core.session.TrackedSession;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The reaper with many sessions, each with an open page: the CPU time of the agent's threads while nothing is due; then how
 * late sessions end whose page has said bye, so many a second, with a container that has nothing to do for an end. For each
 * that ends a new one comes.
 */
final class ReaperRun {

    private static final long GRACE_MILLIS = 2_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A session of the container, which knows when it ought to end. */
    private static final class Visit {
        final String page;
        volatile long dueAt;

        Visit(String page) {
            this.page = page;
        }
    }

    private final SplittableRandom random = new SplittableRandom(1);
    private final Reaper reaper = new Reaper();
    private final SessionTracker tracker = Population.tracker(reaper, new Container(), GRACE_MILLIS);
    private final Visit[] visits;
    private final int perSecond;
    private final int seconds;
    private final long[] lateness;
    private final AtomicInteger ends = new AtomicInteger();

    private ReaperRun(int sessions, int perSecond, int seconds) {
        this.visits = new Visit[sessions];
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.lateness = new long[perSecond * seconds];
    }

    /** Takes the number of sessions, of ends a second, and of seconds. */
    public static void main(String[] arguments) {
        new ReaperRun(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .run();
    }

    private void run() {
        reaper.start();
        for (int i = 0; i < visits.length; i++) {
            visits[i] = open();
        }
        System.gc(); // so that its threads do not stand in for ours
        idle();
        expire();
        reaper.stop();
    }

    private Visit open() {
        Visit visit = new Visit(Population.page(random));
        Population.hear(tracker, visit, Population.body("hello", visit.page, 1));
        return visit;
    }

    private void idle() {
        long before = cpuOfAgent();
        long until = System.nanoTime() + seconds * NANOS_PER_SECOND;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        double millis = (cpuOfAgent() - before) / (double) NANOS_PER_MILLI;
        System.out.printf(
                Locale.ROOT,
                "Idle, %d sessions: %.1f ms of CPU in %d s, %.4f %% of a core%n",
                tracker.count(),
                millis,
                seconds,
                millis / seconds / 10);
    }

    /** The CPU time of the agent's threads, in nanoseconds. */
    private static long cpuOfAgent() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("lasttab-")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private void expire() {
        long start = System.nanoTime();
        long cpu = cpuOfAgent();
        for (int i = 0; i < lateness.length; i++) {
            long at = start + i * NANOS_PER_SECOND / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(NANOS_PER_MILLI);
            }
            leave(i % visits.length);
        }
        cpu = cpuOfAgent() - cpu;
        long took = System.nanoTime() - start;
        while (ends.get() < lateness.length) {
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
        Arrays.sort(lateness);
        System.out.printf(
                Locale.ROOT,
                "%d sessions, %.0f ends a second for %d s: late by %d ms at the median, %d ms at p99, %d ms at most; "
                        + "%.1f %% of a core%n",
                tracker.count(),
                (double) lateness.length * NANOS_PER_SECOND / took,
                seconds,
                lateness[lateness.length / 2] / NANOS_PER_MILLI,
                lateness[lateness.length / 100 * 99] / NANOS_PER_MILLI,
                lateness[lateness.length - 1] / NANOS_PER_MILLI,
                100.0 * cpu / took);
    }

    private void leave(int index) {
        Visit visit = visits[index];
        visit.dueAt = System.nanoTime() + GRACE_MILLIS * NANOS_PER_MILLI;
        Population.hear(tracker, visit, Population.body("bye", visit.page, 2));
        visits[index] = open();
    }

    /** Ends a session by doing nothing, and looks at the clock. */
    private final class Container implements SessionStore {
        @Override
        public void expire(Object session) {
            lateness[ends.getAndIncrement()] = System.nanoTime() - ((Visit) session).dueAt;
            TrackedSession tracked = tracker.find(session);
            tracked.endedBy(ExitCause.TIMEOUT);
        }

        @Override
        public long createdMillis(Object session) {
            return System.currentTimeMillis();
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public String id(Object session) {
            return ((Visit) session).page;
        }
    }
}
