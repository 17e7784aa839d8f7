package io.lasttab.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An axis from 0 to the first round number that is not below the largest value. */
final class Axis {
    private final double step;
    private final double top;

    /**
     * An axis.
     *
     * @param most the largest value, above 0
     * @param marks how many round numbers there may be on it besides 0
     */
    Axis(double most, int marks) {
        double rough = most / marks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        step = power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
        top = Math.ceil(most / step) * step;
    }

    double top() {
        return top;
    }

    /** The round numbers on it, 0 included. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i * step <= top; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    static String label(double mark) {
        return mark == Math.rint(mark) ? Long.toString((long) mark) : String.format(Locale.ROOT, "%.1f", mark);
    }
}
