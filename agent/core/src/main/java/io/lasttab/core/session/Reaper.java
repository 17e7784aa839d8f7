package io.lasttab.core.session;

import io.lasttab.core.fault.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries verdicts out: one daemon thread that waits for deadlines, and a few threads for each application that end its
 * sessions, because an end runs the application's listeners and a slow one must delay nobody else.
 *
 * <p>Without the one thread no session would be ended early any more. So nothing ends it but {@link #stop}: not a fault, not
 * want of memory, not somebody who stops it. What such a fault may have lost is found again, as all sessions are then judged
 * anew.
 */
public final class Reaper {

    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
    private static final long STOP_SECONDS = 10;

    /** How long the thread rests after a fault, which may come again at once. */
    private static final long REST_MILLIS = 100;

    private final ReaperClock clock;
    private final DeadlineWheel wheel = new DeadlineWheel();
    private final ExpiryPools pools = new ExpiryPools();
    private final Supplier<? extends Executor> threads;
    private final Faults faults = new Faults();
    private final Set<SessionTracker> trackers =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<SessionTracker, Boolean>()));

    private Runnable sideJob = () -> {};
    private long sideJobMillis = Long.MAX_VALUE;
    private long sideJobAt = Long.MAX_VALUE;
    private long judgeAnewAt = Long.MAX_VALUE;
    private volatile boolean lost; // the wheel may lack a session
    private volatile Thread thread; // null: not running

    /** Makes a reaper that does not run yet. */
    public Reaper() {
        clock = new ReaperClock();
        threads = pools::open;
    }

    /** @param threads on which the sessions of all applications are ended */
    Reaper(ReaperClock clock, Executor threads) {
        this.clock = clock;
        this.threads = () -> threads;
    }

    /** Takes another application; gives the threads on which its sessions are ended. Holds it weakly. */
    Executor add(SessionTracker tracker) {
        trackers.add(tracker);
        return threads.get();
    }

    private List<SessionTracker> trackers() {
        synchronized (trackers) {
            return new ArrayList<>(trackers);
        }
    }

    /** The faults of the agent that are none of a hook's. */
    public Faults faults() {
        return faults;
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
            if (!pools.stop(STOP_SECONDS)) {
                LOG.info("An end of a session is still under way: its thread ends with it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that holds nothing of whoever happens to start it. */
    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Reaper.class.getClassLoader());
        return thread;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                turnAndWait();
            } catch (Throwable notEvenContained) {
                lost = true; // no memory to tell of a fault with, or stopped in the midst of that
            }
        }
    }

    private void turnAndWait() {
        Thread.interrupted(); // nobody has a reason to; and with it set, no wait below would wait
        try {
            long sleep = turn() - clock.now();
            if (sleep > 0) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(sleep));
            }
        } catch (Throwable fault) {
            lost = true;
            failed(fault);
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(REST_MILLIS));
        }
    }

    private void failed(Throwable fault) {
        if (faults.count(Faults.Kind.REAPER)) {
            LOG.warn(
                    "The reaper met a fault and goes on; no session is lost. If it happens again, it is only counted"
                            + " (Faults)",
                    fault);
        }
    }

    /** Sees to all that is due now; returns when to do so again. */
    long turn() {
        long now = clock.tick();
        judgeAnew(now);
        wheel.turn(now, session -> reap(session, now));
        if (now >= sideJobAt) {
            sideJobAt = now + sideJobMillis;
            doSideJob();
        }
        return wheel.nextTurn(now + ReaperClock.LONGEST_TICK_MILLIS);
    }

    /**
     * After a fault, sees to it that every session with a deadline stands in the wheel: one that was taken out may not have
     * been put back. Not at once, and not again and again: a session whose judgement fails each time must not cost the others
     * theirs.
     */
    private void judgeAnew(long now) {
        if (lost) {
            lost = false;
            judgeAnewAt = Math.min(judgeAnewAt, now + ReaperClock.LONGEST_TICK_MILLIS);
        }
        if (now >= judgeAnewAt) {
            judgeAnewAt = Long.MAX_VALUE;
            trackers().forEach(SessionTracker::judgeAnew);
        }
    }

    /** The wheel may lack a session, because a fault has come in between. */
    void mayHaveLost() {
        lost = true;
    }

    private void doSideJob() {
        try {
            sideJob.run();
        } catch (RuntimeException | Error fault) {
            failed(fault);
        }
    }

    /** A fault with one session must not cost the others that are due with it their turn. */
    private void reap(TrackedSession session, long now) {
        try {
            if (session.isDue(now)) {
                judgeAndEnd(session);
            }
        } catch (RuntimeException | Error fault) {
            lost = true;
            failed(fault);
        }
    }

    private void judgeAndEnd(TrackedSession session) {
        SessionTracker tracker = session.tracker();
        try {
            tracker.threads().execute(() -> tracker.judge(session));
        } catch (RuntimeException | Error fault) {
            tracker.failedToJudge(session, fault); // such as no thread to be had
        }
    }

    /** Ends a session that was claimed. */
    void carryOut(TrackedSession session) {
        try {
            session.tracker().threads().execute(() -> session.tracker().carryOut(session));
        } catch (RuntimeException | Error fault) {
            session.tracker().failed(session, fault); // such as no thread to be had
        }
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

    /** The same, or later by how long the JVM was just held up: allocates nothing, even then. */
    long nowOrLater() {
        return clock.nowOrLater();
    }

    /** How long the JVM has been held up in all, in milliseconds: time that counted against no page. */
    public long heldUpMillis() {
        return clock.heldUpMillis();
    }
}
