package io.lasttab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One thing measured on both servers, pair by pair. */
final class Figures {

    private record Pair(double without, double with) {
        double ratio() {
            return with / without;
        }
    }

    private final String what;
    private final String unit;
    private final List<Pair> pairs = new ArrayList<>();

    Figures(String what, String unit) {
        this.what = what;
        this.unit = unit;
    }

    void add(double without, double with) {
        pairs.add(new Pair(without, with));
    }

    void print() {
        double[] ratios = sorted(Pair::ratio);
        System.out.printf(
                Locale.ROOT,
                "%-30s %8.1f %s without, %8.1f %s with: %.3f (%.3f to %.3f)%n",
                what,
                median(sorted(Pair::without)),
                unit,
                median(sorted(Pair::with)),
                unit,
                median(ratios),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private double[] sorted(ToDoubleFunction<Pair> figure) {
        return pairs.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
