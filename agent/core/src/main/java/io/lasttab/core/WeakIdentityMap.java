package io.lasttab.core;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Values by the identity of their keys, which are held weakly: when a key is collected, its value goes. A value must not
 * hold its key. Reading takes no lock.
 */
public final class WeakIdentityMap<V> {

    private final Map<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> cleared = new ReferenceQueue<>();
    private final Consumer<V> onGone;

    /** A key in the map. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object referent, ReferenceQueue<Object> queue) {
            super(referent, queue);
            hash = System.identityHashCode(referent);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** Equal to the one key of the same object. */
    private static final class Probe {
        private final Object object;

        Probe(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).get() == object;
        }
    }

    /**
     * Makes an empty map.
     *
     * @param onGone told of each value whose key was collected, on whatever thread notices
     */
    public WeakIdentityMap(Consumer<V> onGone) {
        this.onGone = onGone;
    }

    /** The value of a key; null if it has none. */
    public V get(Object key) {
        return values.get(new Probe(key)); // the probe dies here: the compiler keeps it off the heap
    }

    /** The value of a key, made if it has none; made once, while others wait. */
    public synchronized V get(Object key, Supplier<V> made) {
        forgetCollected();
        V known = get(key);
        if (known == null) {
            known = made.get();
            values.put(new Key(key, cleared), known);
        }
        return known;
    }

    /** Puts a value in the place of the one that a key may have. */
    public synchronized void put(Object key, V value) {
        forgetCollected();
        values.remove(new Probe(key));
        values.put(new Key(key, cleared), value);
    }

    /** Forgets the values whose keys are to be forgotten. */
    synchronized void forgetIf(Predicate<Object> forget) {
        Iterator<Map.Entry<Object, V>> entries = values.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Object, V> entry = entries.next();
            Object object = ((Key) entry.getKey()).get();
            if (object != null && forget.test(object)) {
                onGone.accept(entry.getValue());
                entries.remove();
            }
        }
    }

    private void forgetCollected() {
        for (Reference<?> gone = cleared.poll(); gone != null; gone = cleared.poll()) {
            V value = values.remove(gone);
            if (value != null) {
                onGone.accept(value);
            }
        }
    }
}
