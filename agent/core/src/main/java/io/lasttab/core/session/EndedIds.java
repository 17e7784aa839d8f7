package io.lasttab.core.session;

/**
 * The ids of sessions that were ended, as hashes, each with the time of its end and for how long it is kept. Times are the
 * reaper's milliseconds, never negative. Safe for use by many threads, which hold its lock for some dozen steps at most.
 *
 * <p>A table of sets of {@value #WAYS}: a hash has its place in one of them. A set that is full makes the table double, up
 * to {@value #MOST} ids (1.5 MB) for an application; from then on the oldest of the set gives way.
 */
final class EndedIds {

    /** The answer for an id that is not known. */
    static final long UNKNOWN = -1;

    /** As many ids are kept at most. */
    static final int MOST = 1 << 16;

    private static final int FIRST = 1 << 7;
    private static final int WAYS = 8;

    // An id's hash, when its session was ended, and until when it is kept: in a row, as they are read together.
    private static final int FIELDS = 3;
    private static final int ENDED = 1;
    private static final int KEPT = 2;

    /** Null until there is an id to keep; then the request threads ask for nothing but this. */
    private volatile long[] table;

    /** Whether there was no id yet: nothing has to be hashed then. */
    boolean isUnused() {
        return table == null;
    }

    /** Keeps an id, until but not including a time. */
    synchronized void add(long hash, long now, long keptUntil) {
        if (table == null) {
            table = new long[FIRST * FIELDS];
        }
        int slot = slotFor(hash, now);
        if (isLiving(slot, now) && table[slot] != hash && table.length < MOST * FIELDS) {
            grow(now);
            slot = slotFor(hash, now);
        }
        put(slot, hash, now, keptUntil);
    }

    /** When the session of an id was ended, which is forgotten by this; {@link #UNKNOWN} if it is not kept. */
    synchronized long take(long hash, long now) {
        if (table == null) {
            return UNKNOWN;
        }
        int slot = slotFor(hash, now);
        if (table[slot] != hash || !isLiving(slot, now)) {
            return UNKNOWN;
        }
        table[slot + KEPT] = 0;
        return table[slot + ENDED];
    }

    private void put(int slot, long hash, long ended, long keptUntil) {
        table[slot] = hash;
        table[slot + ENDED] = ended;
        table[slot + KEPT] = keptUntil;
    }

    private boolean isLiving(int slot, long now) {
        return table[slot + KEPT] > now;
    }

    /** The hash's own slot; without one, a free slot of its set; without one, that of the oldest. */
    private int slotFor(long hash, long now) {
        int sets = table.length / (WAYS * FIELDS);
        int first = (int) (hash & (sets - 1)) * WAYS * FIELDS;
        int best = first;
        for (int slot = first; slot < first + WAYS * FIELDS; slot += FIELDS) {
            if (!isLiving(slot, now)) {
                best = isLiving(best, now) ? slot : best;
            } else if (table[slot] == hash) {
                return slot;
            } else if (isLiving(best, now) && table[slot + ENDED] < table[best + ENDED]) {
                best = slot;
            }
        }
        return best;
    }

    /** In a table twice as large each set's ids go into two, so that each finds a free slot. */
    private void grow(long now) {
        long[] before = table;
        table = new long[before.length * 2];
        for (int slot = 0; slot < before.length; slot += FIELDS) {
            if (before[slot + KEPT] > now) {
                put(slotFor(before[slot], now), before[slot], before[slot + ENDED], before[slot + KEPT]);
            }
        }
    }
}
