package io.lasttab.report.page;

/** A vertical axis from 0 to a round number, with round numbers between. */
final class Scale {

    private static final int MOST_LINES = 5;

    private final double step;
    private final int lines;

    private Scale(double step, int lines) {
        this.step = step;
        this.lines = lines;
    }

    /** @param least between two lines, such as 1 for what is counted */
    static Scale upTo(double highest, double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, least) / MOST_LINES)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10, 20}) {
            double step = Math.max(least, factor * power);
            if (step * MOST_LINES >= highest && isMultiple(step, least)) {
                return new Scale(step, Math.max(1, (int) Math.ceil(highest / step)));
            }
        }
        return new Scale(highest, 1);
    }

    private static boolean isMultiple(double step, double least) {
        return Math.abs(step / least - Math.rint(step / least)) < 1e-9;
    }

    /** Above the one at 0. */
    int lines() {
        return lines;
    }

    double value(int line) {
        return line * step;
    }

    /** From 0 at the bottom to 1 at the topmost line. */
    double share(double value) {
        return value / (lines * step);
    }
}
