package io.lasttab.report.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** A span of time, cut into whole bars of the calendar, and where each moment lies on paper. */
final class TimeAxis {

    private static final int MOST_BARS = 48;
    private static final int MOST_MARKS = 9;

    private final ZoneId zone;
    private final Step step;
    private final List<ZonedDateTime> bounds = new ArrayList<>();

    /**
     * @param from in milliseconds since 1970
     * @param to not before from; it lies within the last bar
     */
    TimeAxis(long from, long to, ZoneId zone) {
        this.zone = zone;
        this.step = Step.cutting(to - from, MOST_BARS);
        ZonedDateTime end = Instant.ofEpochMilli(to).atZone(zone);
        ZonedDateTime bound = step.floor(Instant.ofEpochMilli(from).atZone(zone));
        bounds.add(bound);
        while (!bound.isAfter(end)) {
            bound = step.next(bound);
            bounds.add(bound);
        }
    }

    int bars() {
        return bounds.size() - 1;
    }

    /** In milliseconds since 1970. */
    long from(int bar) {
        return millis(bounds.get(bar));
    }

    /** In milliseconds since 1970; what begins then is in the next bar. */
    long to(int bar) {
        return millis(bounds.get(bar + 1));
    }

    /** How long a bar is, in words. */
    String bar() {
        return step.words();
    }

    String name(int bar) {
        return step.name(bounds.get(bar));
    }

    /** In percent of the width. */
    double place(long timeMillis) {
        long first = from(0);
        return 100.0 * (timeMillis - first) / (to(bars() - 1) - first);
    }

    List<Mark> marks() {
        Step apart = Step.cutting(to(bars() - 1) - from(0), MOST_MARKS);
        List<Mark> marks = new ArrayList<>();
        ZonedDateTime end = bounds.get(bars());
        for (ZonedDateTime at = apart.floor(bounds.get(0)); at.isBefore(end); at = apart.next(at)) {
            if (!at.isBefore(bounds.get(0))) {
                marks.add(new Mark(place(millis(at)), apart.mark(at)));
            }
        }
        return marks;
    }

    /** A moment to the minute, in the axis's zone. */
    String moment(long timeMillis) {
        return Step.moment(Instant.ofEpochMilli(timeMillis).atZone(zone));
    }

    private static long millis(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}
