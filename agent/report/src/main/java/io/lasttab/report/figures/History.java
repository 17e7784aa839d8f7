package io.lasttab.report.figures;

import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Exit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What happened when: ends by cause, and beginnings and ends of sessions as they were and as they would have been by the
 * idle timeout alone.
 */
final class History {

    /** Nothing further from an end than this may make slots wider: a timeout of a century means none at all. */
    static final long REACH_MILLIS = TimeUnit.DAYS.toMillis(366);

    /** The series of each cause's ends. */
    private static final Map<Cause, Integer> ENDS = new EnumMap<>(Cause.class);

    static {
        for (Cause cause : Cause.values()) {
            ENDS.put(cause, ENDS.size());
        }
    }

    /**
     * Beginnings less ends, and beside each of these numbers the sum of their times, which says how much of the slot they
     * took. The sum may overflow; what is computed from it is small again.
     */
    private static final int HELD = Cause.values().length;

    private static final int HELD_TIMES = HELD + 1;
    private static final int ALONE = HELD + 2;
    private static final int ALONE_TIMES = HELD + 3;

    private final Timeline timeline = new Timeline(HELD + 4);
    private long firstEnd = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;
    private long firstBegin = Long.MAX_VALUE;

    /** @param exit of a session that did end */
    void add(Exit exit) {
        long end = exit.timeMillis();
        long begin = Math.max(0, end - Math.min(exit.lifetimeMillis(), REACH_MILLIS));
        firstEnd = Math.min(firstEnd, end);
        lastEnd = Math.max(lastEnd, end);
        firstBegin = Math.min(firstBegin, begin);

        timeline.add(end, ENDS.get(exit.cause()), 1);
        change(HELD, begin, 1);
        change(HELD, end, -1);
        change(ALONE, begin, 1);
        if (!Saved.isEarly(exit)) {
            change(ALONE, end, -1);
        } else if (Saved.hasTimeout(exit)) {
            change(ALONE, end + Saved.millis(exit), -1);
        }
    }

    private void change(int series, long time, int by) {
        timeline.add(time, series, by);
        timeline.add(time, series + 1, by * time);
    }

    boolean isEmpty() {
        return timeline.isEmpty();
    }

    /** Of the first session that ended, in milliseconds since 1970. */
    long firstEnd() {
        return firstEnd;
    }

    long lastEnd() {
        return lastEnd;
    }

    /** Of any session that ended, but not more than {@link #REACH_MILLIS} before its end. */
    long firstBegin() {
        return firstBegin;
    }

    long slotMillis() {
        return timeline.width();
    }

    /**
     * How many sessions ended, by the slots that begin in a span of time.
     *
     * @param from included, in milliseconds since 1970
     * @param to not included
     */
    long ended(Cause cause, long from, long to) {
        long sum = 0;
        for (long slot = firstSlot(from); slot < endSlot(to); slot++) {
            sum += timeline.sum(ENDS.get(cause), slot);
        }
        return sum;
    }

    /** The average number of sessions held in each slot from one on, as they were. */
    Alive held() {
        return alive(HELD, HELD_TIMES);
    }

    /** As {@link #held}, but as they would have been by the idle timeout alone. */
    Alive alone() {
        return alive(ALONE, ALONE_TIMES);
    }

    private Alive alive(int changes, int times) {
        long first = timeline.first();
        long width = timeline.width();
        int slots = (int) (timeline.last() - first) + 1;
        long[] upTo = new long[slots + 1];
        long before = 0;
        for (int i = 0; i < slots; i++) {
            long change = timeline.sum(changes, first + i);
            long slotEnd = (first + i + 1) * width;
            long partly = change * slotEnd - timeline.sum(times, first + i);
            upTo[i + 1] = upTo[i] + before * width + partly;
            before += change;
        }
        return new Alive(first * width, width, upTo, before);
    }

    /** The first slot that begins at a time or later. */
    private long firstSlot(long time) {
        return Math.max(timeline.first(), -Math.floorDiv(-time, timeline.width()));
    }

    /** The first slot that begins at a time or later, or that is behind all others. */
    private long endSlot(long time) {
        return Math.min(timeline.last() + 1, -Math.floorDiv(-time, timeline.width()));
    }
}
