package io.lasttab.core.session;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries verdicts out: one daemon thread that waits for deadlines, and a few workers that end the sessions, because an
 * end runs the application's listeners and a slow one must delay nobody else.
 */
public final class Reaper {

    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
    private static final int MOST_WORKERS = 32;
    private static final long WORKER_IDLE_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final ReaperClock clock;
    private final DeadlineWheel wheel = new DeadlineWheel();
    private final Executor workers;
    private Runnable sideJob = () -> {};
    private long sideJobMillis = Long.MAX_VALUE;
    private long sideJobAt = Long.MAX_VALUE;
    private volatile Thread thread; // null: not running

    /** Makes a reaper that does not run yet. */
    public Reaper() {
        this(new ReaperClock(), workers());
    }

    Reaper(ReaperClock clock, Executor workers) {
        this.clock = clock;
        this.workers = workers;
    }

    /** As many workers as listeners block, up to a limit; none when there is nothing to do. */
    static ThreadPoolExecutor workers() {
        LinkedTransferQueue<Runnable> handOver = new LinkedTransferQueue<Runnable>() {
            @Override
            public boolean offer(Runnable work) {
                return tryTransfer(work); // only to a worker that waits for it: else a new one is made
            }
        };
        return new ThreadPoolExecutor(
                0,
                MOST_WORKERS,
                WORKER_IDLE_SECONDS,
                TimeUnit.SECONDS,
                handOver,
                work -> daemon(work, "lasttab-expiry"),
                (work, pool) -> handOver.put(work)); // all are busy: the first that is free takes it
    }

    /**
     * Has something done on the reaper's thread again and again. It must not wait: pages could not be judged meanwhile, nor
     * the JVM be told from one that was held up. Called once at most, before the start.
     */
    public void every(long millis, Runnable work) {
        sideJob = work;
        sideJobMillis = millis;
        sideJobAt = clock.now() + millis;
    }

    /** Starts the thread. Called on a thread of the container's start, never on one that serves a request. */
    public void start() {
        Thread started = daemon(this::run, "lasttab-reaper");
        thread = started;
        started.start();
    }

    /**
     * Ends the threads. An end of a session that is under way goes on to its own end, and its worker with it; this waits for
     * such for some seconds, not longer.
     */
    public void stop() {
        Thread running = thread;
        thread = null;
        try {
            if (running != null) {
                LockSupport.unpark(running);
                running.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
            if (workers instanceof ExecutorService) {
                ((ExecutorService) workers).shutdown();
                if (!((ExecutorService) workers).awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.info("An end of a session is still under way: its thread ends with it");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that holds nothing of whoever happens to start it. */
    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Reaper.class.getClassLoader());
        return thread;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            long sleep = turn() - clock.now();
            if (sleep > 0) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(sleep));
            }
        }
    }

    /** Sees to all that is due now; returns when to do so again. */
    long turn() {
        long now = clock.tick();
        wheel.turn(now, session -> reap(session, now));
        if (now >= sideJobAt) {
            sideJobAt = now + sideJobMillis;
            doSideJob();
        }
        return wheel.nextTurn(now + ReaperClock.LONGEST_TICK_MILLIS);
    }

    private void doSideJob() {
        try {
            sideJob.run();
        } catch (RuntimeException | Error fault) {
            LOG.warn("The reaper met a fault and goes on", fault);
        }
    }

    /** A fault with one session must not cost the others that are due with it their turn. */
    private void reap(TrackedSession session, long now) {
        try {
            if (session.isDue(now)) {
                work(session, () -> {
                    if (session.claimIfDue(clock.now())) {
                        session.tracker().carryOut(session);
                    }
                });
            }
        } catch (RuntimeException | Error fault) {
            LOG.warn("The reaper met a fault and goes on", fault);
        }
    }

    /** Ends a session that was claimed. */
    void carryOut(TrackedSession session) {
        work(session, () -> session.tracker().carryOut(session));
    }

    private void work(TrackedSession session, Runnable work) {
        try {
            workers.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error fault) {
                    failed(session, fault);
                }
            });
        } catch (RuntimeException | Error fault) {
            failed(session, fault); // such as no thread to be had
        }
    }

    private static void failed(TrackedSession session, Throwable fault) {
        session.tracker().spareIfNotEnded(session);
        LOG.warn("A session could not be ended and lives on", fault);
    }

    void scheduleBy(TrackedSession session, long at) {
        wheel.scheduleBy(session, at);
    }

    /** The session is over, or the container is through with it. */
    void forget(TrackedSession session) {
        wheel.forget(session);
    }

    /** The time by which sessions are judged: milliseconds since this reaper was made; never negative. */
    public long now() {
        return clock.now();
    }

    /** How long the JVM has been held up in all, in milliseconds: time that counted against no page. */
    public long heldUpMillis() {
        return clock.heldUpMillis();
    }
}
