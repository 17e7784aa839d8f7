package io.lasttab.core.session;

/**
 * A timing wheel: holds sessions until they are due, with the same small cost for one session as for a million. Any thread
 * may schedule, one thread turns it.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>a session stands in the wheel once at most, at the earliest of the times that were asked for since it was handed out;
 *   <li>it is handed out at that time or, if that lies beyond the wheel's span, earlier; never more than one slot late;
 *   <li>what was forgotten is not handed out, and nothing here holds it.
 * </ul>
 */
final class DeadlineWheel {

    /*
     * A slot is a list whose links are in the sessions themselves: an entry of its own would be 32 bytes for each of a million
     * sessions, and one that is stale would hold a session that has ended until its slot comes. (Varghese and Lauck, "Hashed
     * and Hierarchical Timing Wheels", scheme 5.)
     *
     * There is one lock for all slots. It is held for some writes to memory, and only by who brings a session's deadline
     * forward: a page that leaves or a new session, not every word or request.
     */

    /** How late a session may be handed out, in milliseconds. */
    static final long SLOT_MILLIS = 64;

    /** The slot of a session that is in none. */
    static final int NO_SLOT = -1;

    private static final int SLOTS = 1 << 14; // 17.5 minutes: the default graces fit in one turn

    private final TrackedSession[] slots = new TrackedSession[SLOTS]; // the first session of each
    private long cursor; // the slot, counted from time 0, up to which all have been taken

    /** Takes sessions that are due. */
    interface Due {
        void take(TrackedSession session);
    }

    /** Has a session handed out by a time at the latest; if that is past, at the next turn. Not for {@link Verdict#NEVER}. */
    void scheduleBy(TrackedSession session, long at) {
        long slot = (at + SLOT_MILLIS - 1) / SLOT_MILLIS;
        // Looked at without the lock: if it is being taken out now, it is looked at by who takes it after this.
        int known = session.slot;
        if (known == NO_SLOT || isEarlier(number(slot), known)) {
            put(session, slot);
        }
    }

    /**
     * The slot's number as a session has it, in the 31 bits of an int that is not negative: they begin anew after four years,
     * but no two that are compared are further apart than the longest grace.
     */
    private static int number(long slot) {
        return (int) slot & Integer.MAX_VALUE;
    }

    private static boolean isEarlier(int number, int than) {
        return (number - than) << 1 < 0;
    }

    private synchronized void put(TrackedSession session, long slot) {
        long reached = Math.min(Math.max(slot, cursor + 1), cursor + SLOTS - 1);
        int index = (int) (reached % SLOTS);
        forget(session); // from here on nothing is called, so that a stack that overflows cannot leave half a link
        session.slot = number(reached);
        TrackedSession next = slots[index];
        session.nextInSlot = next;
        if (next != null) {
            next.previousInSlot = session;
        }
        slots[index] = session;
    }

    /** Takes a session out of the wheel, if it is there. */
    synchronized void forget(TrackedSession session) {
        if (session.slot == NO_SLOT) {
            return;
        }
        TrackedSession previous = session.previousInSlot;
        TrackedSession next = session.nextInSlot;
        if (previous == null) {
            slots[session.slot % SLOTS] = next;
        } else {
            previous.nextInSlot = next;
        }
        if (next != null) {
            next.previousInSlot = previous;
        }
        session.previousInSlot = null;
        session.nextInSlot = null;
        session.slot = NO_SLOT;
    }

    /** Hands out all sessions whose slots have come by {@code now}. Called by one thread only. */
    void turn(long now, Due due) {
        long last = now / SLOT_MILLIS;
        for (long slot = Math.max(cursor() + 1, last - SLOTS + 1); slot <= last; slot++) {
            // One by one, so that nobody waits for the lock while many are due.
            for (TrackedSession session = take(slot); session != null; session = take(slot)) {
                due.take(session);
            }
        }
    }

    private synchronized long cursor() {
        return cursor;
    }

    private synchronized TrackedSession take(long slot) {
        cursor = slot; // from now on nothing is put there any more
        TrackedSession first = slots[(int) (slot % SLOTS)];
        if (first != null) {
            forget(first);
        }
        return first;
    }

    /** When the next slot that is not empty comes, but at most {@code limit}; both as times. */
    synchronized long nextTurn(long limit) {
        long end = limit / SLOT_MILLIS;
        for (long slot = cursor + 1; slot <= end; slot++) {
            if (slots[(int) (slot % SLOTS)] != null) {
                return slot * SLOT_MILLIS;
            }
        }
        return limit;
    }
}
