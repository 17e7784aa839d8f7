package io.lasttab.core.session;

import java.util.function.Consumer;

/**
 * The tracked sessions of one application, found by the identity of the container's session object, which is held weakly.
 * Safe for use by many threads.
 */
final class SessionTable {

    /*
     * Open addressing with linear probing: a session takes a place in an array. In a ConcurrentHashMap it would take an entry
     * of 32 bytes besides, and a search an object to compare with. There are several parts, each with a lock, so that threads
     * hardly meet; a lock is held for a look at some places that lie side by side.
     */

    private static final int PARTS = 32;
    private static final int PART_BITS = 5;

    private final Part[] parts = new Part[PARTS];

    SessionTable() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part();
        }
    }

    /** The tracked session of a container's session; null if it has none. */
    TrackedSession find(Object session) {
        int hash = System.identityHashCode(session);
        return part(hash).find(session, hash);
    }

    /** Adds a tracked session, unless its container's session has one already, which is returned then. */
    TrackedSession addIfAbsent(TrackedSession added) {
        return part(added.identityHash).addIfAbsent(added);
    }

    /** Takes out a tracked session, if it is here; its container's session may be collected already. */
    void remove(TrackedSession gone) {
        part(gone.identityHash).remove(gone);
    }

    /** Visits all that are here now, without a lock held meanwhile. */
    void forEach(Consumer<TrackedSession> visitor) {
        for (Part part : parts) {
            for (TrackedSession session : part.snapshot()) {
                if (session != null) {
                    visitor.accept(session);
                }
            }
        }
    }

    int size() {
        int size = 0;
        for (Part part : parts) {
            size += part.size();
        }
        return size;
    }

    private Part part(int hash) {
        return parts[hash & PARTS - 1];
    }

    private static final class Part {

        private TrackedSession[] places = new TrackedSession[8]; // a power of two; a quarter at least is empty
        private int size;

        synchronized TrackedSession find(Object session, int hash) {
            int last = places.length - 1;
            for (int i = hash >>> PART_BITS & last; places[i] != null; i = i + 1 & last) {
                if (places[i].identityHash == hash && places[i].isOf(session)) {
                    return places[i];
                }
            }
            return null;
        }

        synchronized TrackedSession addIfAbsent(TrackedSession added) {
            TrackedSession known = find(added.get(), added.identityHash);
            if (known != null) {
                return known;
            }
            if ((size + 1) * 4 > places.length * 3) {
                places = twice(places); // whole or not at all, should the memory or the stack not suffice
            }
            put(added, places);
            size++;
            return added;
        }

        private static TrackedSession[] twice(TrackedSession[] places) {
            TrackedSession[] more = new TrackedSession[places.length * 2];
            for (TrackedSession session : places) {
                if (session != null) {
                    put(session, more);
                }
            }
            return more;
        }

        private static void put(TrackedSession added, TrackedSession[] places) {
            int last = places.length - 1;
            int i = added.identityHash >>> PART_BITS & last;
            while (places[i] != null) {
                i = i + 1 & last;
            }
            places[i] = added;
        }

        /** Calls nothing once it has begun to change places, so that a stack that overflows cannot stop it halfway. */
        synchronized void remove(TrackedSession gone) {
            int last = places.length - 1;
            int gap = gone.identityHash >>> PART_BITS & last;
            while (places[gap] != gone) {
                if (places[gap] == null) {
                    return;
                }
                gap = gap + 1 & last;
            }
            size--;
            // A search ends at an empty place, so those behind the gap move up that stand there for want of room
            // before.
            for (int i = gap + 1 & last; places[i] != null; i = i + 1 & last) {
                int home = places[i].identityHash >>> PART_BITS & last;
                if ((i - home & last) >= (i - gap & last)) {
                    places[gap] = places[i];
                    gap = i;
                }
            }
            places[gap] = null;
        }

        synchronized TrackedSession[] snapshot() {
            return places.clone();
        }

        synchronized int size() {
            return size;
        }
    }
}
