package io.lasttab.core.jmx;

import java.util.TreeMap;

/**
 * The sessions that are gone although the container alone would still hold them, as counts by the time until which it would.
 * That time is rounded up, by a sixty-fourth of what is left at most; so the counts are few, however many sessions there
 * are and whatever their timeouts. Safe for use by many threads.
 */
final class SavedSessions {

    private static final int PRECISION = 64;

    private final TreeMap<Long, Long> heldUntil = new TreeMap<>();
    private long held;
    private long heldForEver;

    /** @param untilMillis when the container alone would have ended the session, since 1970; -1 for never */
    synchronized void add(long untilMillis, long nowMillis) {
        if (untilMillis < 0) {
            heldForEver++;
        } else if (untilMillis > nowMillis) {
            long step = Long.highestOneBit(Math.max(1, (untilMillis - nowMillis) / PRECISION));
            heldUntil.merge((untilMillis + step - 1) / step * step, 1L, Long::sum);
            held++;
        }
        count(nowMillis);
    }

    synchronized long count(long nowMillis) {
        while (!heldUntil.isEmpty() && heldUntil.firstKey() <= nowMillis) {
            held -= heldUntil.pollFirstEntry().getValue();
        }
        return held + heldForEver;
    }
}
