package io.lasttab.it.soak;

/**
 * The straight line that fits points best.
 *
 * @param start its height at 0
 * @param slope how much it rises for 1
 * @param error the standard error of the slope
 */
record Trend(double start, double slope, double error) {
    /** By least squares, through three points at least. */
    static Trend of(double[] x, double[] y) {
        if (x.length < 3) {
            throw new IllegalArgumentException("two points always lie on a line");
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double start = meanY - slope * meanX;
        double left = 0;
        for (int i = 0; i < x.length; i++) {
            double off = y[i] - start - slope * x[i];
            left += off * off;
        }
        return new Trend(start, slope, Math.sqrt(left / (x.length - 2) / xx));
    }

    /** By how much it surely rises over a span: two standard errors less than the line itself; below 0 if it may fall. */
    double sureRise(double span) {
        return (slope - 2 * error) * span;
    }

    double at(double x) {
        return start + slope * x;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
