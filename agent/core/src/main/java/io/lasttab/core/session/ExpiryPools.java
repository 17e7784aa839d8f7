package io.lasttab.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/** The threads on which sessions are ended, of all applications, until they have stopped. Safe for use by many threads. */
final class ExpiryPools {

    /** Also of applications that are gone: a pool lives as long as its threads, which rest for a while before they end. */
    private final Set<ExpiryThreads> pools =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<ExpiryThreads, Boolean>()));

    /** Makes those of another application. */
    ExpiryThreads open() {
        ExpiryThreads pool = new ExpiryThreads();
        pools.add(pool);
        return pool;
    }

    /**
     * Ends the threads as soon as they have nothing more to do, and waits for that.
     *
     * @param seconds how long to wait at most
     * @return whether all have nothing more to do
     */
    boolean stop(long seconds) throws InterruptedException {
        List<ExpiryThreads> stopping;
        synchronized (pools) {
            stopping = new ArrayList<>(pools);
        }
        stopping.forEach(ExpiryThreads::shutdown);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean stopped = true;
        for (ExpiryThreads each : stopping) {
            stopped &= each.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return stopped;
    }
}
