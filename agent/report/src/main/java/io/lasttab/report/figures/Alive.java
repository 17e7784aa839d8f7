package io.lasttab.report.figures;

/** How many sessions were alive, on average, between any two moments. */
public final class Alive {

    private final long start;
    private final long width;
    /** Sessions times milliseconds from the start up to each slot. */
    private final long[] upTo;
    /** Those that no end is known of. */
    private final long left;

    Alive(long start, long width, long[] upTo, long left) {
        this.start = start;
        this.width = width;
        this.upTo = upTo;
        this.left = left;
    }

    /**
     * Exact if both moments are bounds of slots; within a slot the number is taken for constant.
     *
     * @param from in milliseconds since 1970
     * @param to later than from
     */
    public double average(long from, long to) {
        return (sum(to) - sum(from)) / (to - from);
    }

    private double sum(long time) {
        double slots = (double) (time - start) / width;
        int slot = (int) Math.floor(slots);
        if (slot < 0) {
            return 0;
        }
        if (slot >= upTo.length - 1) {
            return upTo[upTo.length - 1] + (slots - (upTo.length - 1)) * width * left;
        }
        return upTo[slot] + (slots - slot) * (upTo[slot + 1] - upTo[slot]);
    }
}
