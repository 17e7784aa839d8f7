package io.lasttab.report.figures;

import java.util.concurrent.TimeUnit;

/**
 * Sums over time in slots of equal width. How far the times reach need not be known: when they no longer fit, slots are
 * made wider and put together, so that memory stays what it is. Slots begin at multiples of their width since 1970.
 */
final class Timeline {

    static final int CAPACITY = 1 << 15;

    /** In milliseconds; each a multiple of the one before. A quarter of an hour suits every time zone and lasts 340 days. */
    private static final long[] WIDTHS = {
        1000,
        5000,
        15_000,
        60_000,
        300_000,
        900_000,
        TimeUnit.HOURS.toMillis(1),
        TimeUnit.HOURS.toMillis(4),
        TimeUnit.DAYS.toMillis(1),
        TimeUnit.DAYS.toMillis(7),
        TimeUnit.DAYS.toMillis(28),
        TimeUnit.DAYS.toMillis(364)
    };

    /** By series, then by the slot's number modulo the capacity: the slots in use are fewer than that. */
    private long[][] sums;

    private int width;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param series how many sums each slot has */
    Timeline(int series) {
        sums = new long[series][CAPACITY];
    }

    /** @param timeMillis since 1970, in the years from 1970 to 9999 */
    void add(long timeMillis, int series, long amount) {
        long slot = slot(timeMillis);
        if (slot < first || slot > last) {
            while (Math.max(slot, last) - Math.min(slot, first) >= CAPACITY && first <= last) {
                widen();
                slot = slot(timeMillis);
            }
            first = Math.min(first, slot);
            last = Math.max(last, slot);
        }
        sums[series][index(slot)] += amount;
    }

    private void widen() {
        long factor = WIDTHS[width + 1] / WIDTHS[width];
        long[][] wider = new long[sums.length][CAPACITY];
        for (long slot = first; slot <= last; slot++) {
            for (int series = 0; series < sums.length; series++) {
                wider[series][index(Math.floorDiv(slot, factor))] += sums[series][index(slot)];
            }
        }
        sums = wider;
        first = Math.floorDiv(first, factor);
        last = Math.floorDiv(last, factor);
        width++;
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) CAPACITY);
    }

    boolean isEmpty() {
        return first > last;
    }

    /** Of a slot, in milliseconds. */
    long width() {
        return WIDTHS[width];
    }

    /** The number of the slot that a time lies in: the time divided by the width. */
    long slot(long timeMillis) {
        return Math.floorDiv(timeMillis, WIDTHS[width]);
    }

    /** The first slot in use. */
    long first() {
        return first;
    }

    /** The last slot in use. */
    long last() {
        return last;
    }

    /** 0 for slots that are not in use. */
    long sum(int series, long slot) {
        return slot < first || slot > last ? 0 : sums[series][index(slot)];
    }
}
