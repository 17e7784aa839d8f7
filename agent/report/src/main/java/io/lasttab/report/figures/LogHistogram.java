package io.lasttab.report.figures;

/** Counts numbers from 0 up so that quantiles can be told to within 3 %, whatever the numbers are. */
final class LogHistogram {

    /** Each power of two is cut into 16 parts; a part's middle is told for all of it. */
    private static final int PARTS = 16;

    private static final int BITS = 4;

    private final long[] counts = new long[(Long.SIZE - BITS) * PARTS];
    private long total;

    /** @param value not negative */
    void add(long value) {
        counts[part(value)]++;
        total++;
    }

    long total() {
        return total;
    }

    /**
     * @param share from 0 to 1
     * @return the number below or at which that share of all numbers lies; 0 if there is none
     */
    long quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int part = 0; part < counts.length; part++) {
            seen += counts[part];
            if (counts[part] > 0 && seen >= rank) {
                return middle(part);
            }
        }
        return 0;
    }

    private static int part(long value) {
        if (value < PARTS) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value);
        return shift * PARTS + (int) (value >>> shift);
    }

    private static long middle(int part) {
        if (part < 2 * PARTS) {
            return part;
        }
        int shift = part / PARTS - 1;
        long first = (long) (part - shift * PARTS) << shift;
        return first + (1L << shift) / 2;
    }
}
