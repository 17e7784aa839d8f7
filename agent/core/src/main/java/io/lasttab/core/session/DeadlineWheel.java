package io.lasttab.core.session;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A timing wheel: holds sessions until they are due, with the same small cost for one session as for a million. Any thread
 * may add, one thread turns it.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>an entry is handed out at its time or, if that lies beyond the wheel's span, earlier; never more than one slot late;
 *   <li>an entry is handed out at least once. Twice can happen, and whoever takes it must not mind.
 * </ul>
 */
final class DeadlineWheel {

    /*
     * A slot is a stack that adders push to and the turning thread takes whole, so nobody ever waits. An entry is never
     * taken out of a slot when its session's deadline moves: it is handed out, found stale by its time, and dropped. (Varghese
     * and Lauck, "Hashed and Hierarchical Timing Wheels", scheme 5, without the removal.)
     */

    /** How late an entry may be handed out, in milliseconds. */
    static final long SLOT_MILLIS = 64;

    private static final int SLOTS = 1 << 14; // 17.5 minutes: the default graces fit in one turn

    private final AtomicReferenceArray<Entry> slots = new AtomicReferenceArray<>(SLOTS);
    private volatile long cursor; // the slot, counted from time 0, up to which all have been taken

    /** Takes sessions that are due. */
    interface Due {
        void take(TrackedSession session, long at);
    }

    private static final class Entry {
        final TrackedSession session;
        final long at;
        Entry next;

        Entry(TrackedSession session, long at) {
            this.session = session;
            this.at = at;
        }
    }

    /** Adds a session that is due at a time; one that is past counts as now. */
    void add(TrackedSession session, long at) {
        long slot;
        do {
            long taken = cursor;
            slot = Math.min(Math.max((at + SLOT_MILLIS - 1) / SLOT_MILLIS, taken + 1), taken + SLOTS - 1);
            push((int) (slot % SLOTS), new Entry(session, at));
            // If the slot was taken between our look at the cursor and the push, the entry would wait for a whole turn.
        } while (cursor >= slot);
    }

    private void push(int slot, Entry entry) {
        do {
            entry.next = slots.get(slot);
        } while (!slots.compareAndSet(slot, entry.next, entry));
    }

    /** Hands out, with their times, all sessions whose slots have come by {@code now}. Called by one thread only. */
    void turn(long now, Due due) {
        long last = now / SLOT_MILLIS;
        for (long slot = Math.max(cursor + 1, last - SLOTS + 1); slot <= last; slot++) {
            cursor = slot;
            for (Entry entry = slots.getAndSet((int) (slot % SLOTS), null); entry != null; entry = entry.next) {
                due.take(entry.session, entry.at);
            }
        }
    }

    /** When the next slot that is not empty comes, but at most {@code limit}; both as times. */
    long nextTurn(long limit) {
        long end = limit / SLOT_MILLIS;
        for (long slot = cursor + 1; slot <= end; slot++) {
            if (slots.get((int) (slot % SLOTS)) != null) {
                return slot * SLOT_MILLIS;
            }
        }
        return limit;
    }
}
