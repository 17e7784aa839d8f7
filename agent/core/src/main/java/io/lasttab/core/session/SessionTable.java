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
     *
     * Beside the places stand their tags, some bits of the hash of whoever is there. To look at a session is to wait for
     * memory, if there are a million; by its tag a search passes one over without a look at it.
     */

    private static final int PARTS = 32;
    private static final int PART_BITS = 5;
    private static final byte EMPTY = 0;

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

    /** Seven bits that depend on all of the hash; never {@link #EMPTY}. */
    static byte tag(int hash) {
        return (byte) (((hash * 0x9E3779B9) >>> 25) | 0x80);
    }

    private static final class Part {

        private TrackedSession[] places = new TrackedSession[8]; // a power of two; a quarter at least is empty
        private byte[] tags = new byte[8]; // of each place
        private int size;

        synchronized TrackedSession find(Object session, int hash) {
            int last = places.length - 1;
            byte tag = tag(hash);
            for (int i = hash >>> PART_BITS & last; tags[i] != EMPTY; i = i + 1 & last) {
                if (tags[i] == tag && places[i].isOf(session)) {
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
                grow();
            }
            put(added, places, tags);
            size++;
            return added;
        }

        /** Whole or not at all, should the memory or the stack not suffice. */
        private void grow() {
            TrackedSession[] morePlaces = new TrackedSession[places.length * 2];
            byte[] moreTags = new byte[morePlaces.length];
            for (TrackedSession session : places) {
                if (session != null) {
                    put(session, morePlaces, moreTags);
                }
            }
            places = morePlaces;
            tags = moreTags;
        }

        private static void put(TrackedSession added, TrackedSession[] places, byte[] tags) {
            byte tag = tag(added.identityHash);
            int last = places.length - 1;
            int i = added.identityHash >>> PART_BITS & last;
            while (tags[i] != EMPTY) {
                i = i + 1 & last;
            }
            places[i] = added;
            tags[i] = tag;
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
                    tags[gap] = tags[i];
                    gap = i;
                }
            }
            places[gap] = null;
            tags[gap] = EMPTY;
        }

        synchronized TrackedSession[] snapshot() {
            return places.clone();
        }

        synchronized int size() {
            return size;
        }
    }
}
