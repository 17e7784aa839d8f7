package io.lasttab.core.jmx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many values there were of each size. Safe for use by many threads. */
final class Histogram {

    private final long[] bounds;
    private final LongAdder[] counts;

    /** @param bounds the largest value of each class, ascending; what is larger is a class of its own */
    Histogram(long... bounds) {
        this.bounds = bounds;
        this.counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(long value) {
        int index = 0;
        while (index < bounds.length && value > bounds[index]) {
            index++;
        }
        counts[index].increment();
    }

    void reset() {
        for (LongAdder count : counts) {
            count.reset();
        }
    }

    /** The counts in the order of the classes, each under its largest value, the last one under {@code more}. */
    Map<String, Long> counts() {
        Map<String, Long> byBound = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byBound.put(i < bounds.length ? Long.toString(bounds[i]) : "more", counts[i].sum());
        }
        return byBound;
    }
}
