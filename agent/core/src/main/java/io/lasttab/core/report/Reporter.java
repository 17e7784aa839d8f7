package io.lasttab.core.report;

import io.lasttab.core.fault.Faults;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what happened on a daemon thread of its own, in the order in which it happened: a full disk or a listener that
 * hangs holds up neither a request nor the end of a session, nor what another reporter tells. What waits is bounded; what
 * comes on top is dropped and counted. Safe for use by many threads.
 */
public final class Reporter {

    /** Some megabytes at most. A server that stops ends as many sessions in one go. */
    static final int MOST_WAITING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    /** How long a JVM that stops is kept for what is still to be told, in milliseconds. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    private static final long STOP_MILLIS = 5_000;

    private final String name;
    private final String what;
    private final Reporter other;
    private final long stopMillis;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LongAdder dropped = new LongAdder();
    private final AtomicBoolean droppedTold = new AtomicBoolean();
    private final Thread atShutdown = daemon(this::lastWords, "lasttab-last-words");
    private volatile Thread thread; // null: not started
    private volatile boolean stopped;
    private volatile Runnable last; // null: nothing
    private volatile Faults faults = new Faults();
    private boolean faultTold;

    /**
     * Makes a reporter that does not run yet; what is to be told waits until it does.
     *
     * @param name the thread's
     * @param what it tells, for a warning that some of it is missing
     */
    public Reporter(String name, String what) {
        this(name, what, null);
    }

    /**
     * Makes one that may tell of nothing any more, as it runs code of others.
     *
     * @param other gives the warning in its place; null if it does so itself
     */
    public Reporter(String name, String what, Reporter other) {
        this(name, what, other, STOP_MILLIS);
    }

    Reporter(String name, String what, Reporter other, long stopMillis) {
        this.name = name;
        this.what = what;
        this.other = other;
        this.stopMillis = stopMillis;
    }

    /** Has the faults of the thread counted where operators see them. Called before the start. */
    public void countFaultsIn(Faults all) {
        faults = all;
    }

    /** Has something done on the thread when it ends, also if all that waits is dropped. Called once at most. */
    void lastly(Runnable work) {
        last = work;
    }

    /** Starts the thread. Called on a thread of the container's start, never on one that serves a request. */
    public void start() {
        thread = daemon(this::run, name);
        thread.start();
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /**
     * Ends the thread when all is told that waits now; waits for it, for some seconds at most. What hangs then is interrupted,
     * and nothing is told after it.
     */
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        if (!waiting.offer(() -> stopped = true)) {
            stopped = true; // there is too much to wait for
        }
        try {
            running.join(stopMillis);
            if (running.isAlive()) {
                stopped = true;
                waiting.clear();
                running.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            removeShutdownHook();
        }
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("The JVM stops at the same time", shuttingDown);
        }
    }

    /** A thread that holds nothing of whoever happens to start it. */
    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Reporter.class.getClassLoader());
        return thread;
    }

    /**
     * Has something told soon. Never waits, never throws.
     *
     * @return false if too much is waiting: it was dropped
     */
    public boolean report(Runnable telling) {
        boolean taken = waiting.offer(telling);
        if (!taken) {
            dropped.increment();
            if (other != null && droppedTold.compareAndSet(false, true) && !other.report(this::tellDropped)) {
                droppedTold.set(false);
            }
        }
        return taken;
    }

    private void run() {
        while (!stopped) {
            try {
                tell(waiting.take());
            } catch (InterruptedException notOurs) {
                // Nobody has a reason to interrupt this thread, and without it nothing is told any more.
            } catch (Throwable notEvenTold) {
                faults.count(Faults.Kind.REPORTER); // no memory to tell of a fault with, or somebody stops this thread
            }
        }
        if (last != null) {
            tell(last);
        }
    }

    private void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error fault) {
            faults.count(Faults.Kind.REPORTER);
            if (!faultTold) {
                faultTold = true;
                LOG.warn("Something could not be told to operators; if it happens again, it is not said again", fault);
            }
        }
        if (dropped.sum() > 0 && droppedTold.compareAndSet(false, true)) {
            tellDropped();
        }
    }

    private void tellDropped() {
        LOG.warn(
                "More has happened than could be told in time: some {} are missing. If it happens again, it is only counted",
                what);
    }

    /** What was reported before the JVM stops is still told, if that takes no longer than a moment. */
    private void lastWords() {
        CountDownLatch told = new CountDownLatch(1);
        try {
            if (waiting.offer(told::countDown)) {
                told.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How much was dropped because too much was waiting. */
    public long dropped() {
        return dropped.sum();
    }
}
