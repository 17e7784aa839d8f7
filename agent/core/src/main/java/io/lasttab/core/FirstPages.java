package io.lasttab.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices that an application's pages are sent to browsers with the tag, and none of them asks for the script: as a rule
 * because a proxy shows the application under another path. Judges once. Safe for use by many threads.
 */
final class FirstPages {

    /** Enough not to take a few visitors without scripts for it. */
    static final int ENOUGH = 20;
    /** Time enough for the first of them to ask, in nanoseconds. */
    static final long A_WHILE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean looked;
    private volatile long firstLook;
    private volatile boolean judged;

    /**
     * A page was sent with the tag in it.
     *
     * @return whether it is time to look if any was heard of: with the first one, and then with each {@value #ENOUGH}th, so that
     *     the others cost no look; never again once they are judged
     */
    boolean areToBeLookedAt() {
        return !judged && sent.getAndIncrement() % ENOUGH == 0;
    }

    /**
     * Somebody has looked.
     *
     * @param heard whether any page has ever been heard of
     * @param nanos now, as {@link System#nanoTime} tells it
     * @return whether this is the moment to say that none is
     */
    boolean areUnheard(boolean heard, long nanos) {
        if (!looked) {
            firstLook = nanos;
            looked = true;
        }
        if (judged || (!heard && nanos - firstLook < A_WHILE)) {
            return false;
        }
        return judge() && !heard;
    }

    private synchronized boolean judge() {
        boolean mine = !judged;
        judged = true;
        return mine;
    }
}
