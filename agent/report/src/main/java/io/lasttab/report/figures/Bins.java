package io.lasttab.report.figures;

import io.lasttab.report.log.Ender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ended sessions counted between fixed limits, by who ended them. */
public final class Bins {

    private final long[] limits;
    private final List<Tally<Ender>> counts = new ArrayList<>();

    private Bins(long... limits) {
        this.limits = limits;
        for (int bin = 0; bin <= limits.length; bin++) {
            counts.add(new Tally<>(Ender.class));
        }
    }

    /** From seconds to weeks, in milliseconds, each limit twice to five times the one before. */
    static Bins ofDurations() {
        return new Bins(
                TimeUnit.SECONDS.toMillis(10),
                TimeUnit.SECONDS.toMillis(30),
                TimeUnit.MINUTES.toMillis(1),
                TimeUnit.MINUTES.toMillis(2),
                TimeUnit.MINUTES.toMillis(5),
                TimeUnit.MINUTES.toMillis(10),
                TimeUnit.MINUTES.toMillis(20),
                TimeUnit.MINUTES.toMillis(45),
                TimeUnit.MINUTES.toMillis(90),
                TimeUnit.HOURS.toMillis(3),
                TimeUnit.HOURS.toMillis(8),
                TimeUnit.HOURS.toMillis(24),
                TimeUnit.DAYS.toMillis(7));
    }

    static Bins ofPages() {
        return new Bins(1, 2, 3, 4, 5, 6, 11, 21, 51);
    }

    void add(long value, Ender ender) {
        int bin = 0;
        while (bin < limits.length && value >= limits[bin]) {
            bin++;
        }
        counts.get(bin).add(ender);
    }

    public int size() {
        return counts.size();
    }

    /** The least value that the bin counts. */
    public long from(int bin) {
        return bin == 0 ? 0 : limits[bin - 1];
    }

    /** The least value that the bin does not count any more; {@code Long.MAX_VALUE} for the last. */
    public long to(int bin) {
        return bin == limits.length ? Long.MAX_VALUE : limits[bin];
    }

    public long count(int bin, Ender ender) {
        return counts.get(bin).count(ender);
    }

    public long count(int bin) {
        return counts.get(bin).sum();
    }
}
