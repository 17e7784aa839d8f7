package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import java.util.concurrent.TimeUnit;

/** The span of time that the charts show, in whole slots. */
final class Window {

    private static final long LEAST_LEAD = TimeUnit.HOURS.toMillis(1);

    private final long from;
    private final long to;

    private Window(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /**
     * From the first end to the last, and a little of the time before: what was alive long before the first end, the log
     * does not know, but for those few whose ends it saw.
     */
    static Window of(Figures figures) {
        long slot = figures.slotMillis();
        long span = figures.lastEnd() - figures.firstEnd();
        long from = Math.max(figures.firstBegin(), figures.firstEnd() - Math.max(span / 20, LEAST_LEAD));
        return new Window(Math.floorDiv(from, slot) * slot, (Math.floorDiv(figures.lastEnd(), slot) + 1) * slot);
    }

    /** In milliseconds since 1970. */
    long from() {
        return from;
    }

    /** In milliseconds since 1970; later than {@link #from}. */
    long to() {
        return to;
    }
}
