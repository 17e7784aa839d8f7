package io.lasttab.core.fault;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts the faults that stay inside the agent where no hook is called: on its own threads, and where the application or its
 * session store fails at the end of a session. Safe for use by many threads.
 */
public final class Faults {

    /** What has failed. */
    public enum Kind {
        /** The end of a session failed before anybody was told of it; the session lives on. */
        SESSION_END,
        /** The container's session store could not forget a session. */
        SESSION_STORE,
        /** The application threw when it was told of the end of a session. */
        SESSION_LISTENER,
        /** The thread that judges sessions. */
        REAPER,
        /** The thread that tells operators. */
        REPORTER;

        /** As operators see it, beside the names of hooks. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Map<Kind, AtomicLong> counts = new EnumMap<>(Kind.class);
    private volatile Consumer<String> firstListener;

    /** Makes counters that stand at 0. */
    public Faults() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new AtomicLong());
        }
    }

    /**
     * Has the first fault of each kind told from now on.
     *
     * @param listener called with the kind, where it happened: it must neither wait nor throw
     */
    public void onFirst(Consumer<String> listener) {
        firstListener = listener;
    }

    /**
     * Counts a fault. Throws nothing, whatever memory is left.
     *
     * @return whether it is the first of its kind, which is to be told
     */
    public boolean count(Kind kind) {
        boolean first = counts.get(kind).incrementAndGet() == 1;
        Consumer<String> listener = firstListener;
        if (first && listener != null) {
            tell(listener, kind);
        }
        return first;
    }

    private static void tell(Consumer<String> listener, Kind kind) {
        try {
            listener.accept(kind.toString());
        } catch (RuntimeException | Error noMemory) {
            return; // it is counted
        }
    }

    /** How many there were, by kind; every kind is there. The caller's own copy. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind.toString(), count.get()));
        return copy;
    }
}
