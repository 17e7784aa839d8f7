package io.lasttab.report.figures;

import java.util.EnumMap;
import java.util.Map;

/** Counts by kind. */
final class Tally<K extends Enum<K>> {

    private final Map<K, long[]> counts;

    Tally(Class<K> kinds) {
        counts = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            counts.put(kind, new long[1]);
        }
    }

    void add(K kind) {
        counts.get(kind)[0]++;
    }

    long count(K kind) {
        return counts.get(kind)[0];
    }

    long sum() {
        long sum = 0;
        for (long[] count : counts.values()) {
            sum += count[0];
        }
        return sum;
    }
}
