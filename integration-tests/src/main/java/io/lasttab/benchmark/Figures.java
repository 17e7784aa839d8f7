package io.lasttab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One thing measured on all servers, pair by pair: a pair is one of them and the first, which has no agent. */
final class Figures {
    private final String what;
    private final List<double[]> pairs = new ArrayList<>();

    Figures(String what) {
        this.what = what;
    }

    /** The figures of servers that ran side by side, always in the same order. */
    void add(double... servers) {
        pairs.add(servers);
    }

    /** The last figure of each server, and its ratio to the first one's. */
    String last() {
        double[] servers = pairs.get(pairs.size() - 1);
        StringBuilder text = new StringBuilder(what + " " + number(servers[0]));
        for (int server = 1; server < servers.length; server++) {
            text.append(
                    String.format(Locale.ROOT, ", %s (%.3f)", number(servers[server]), servers[server] / servers[0]));
        }
        return text.toString();
    }

    /**
     * A row of a table: the median of each server, and of the ratios of its pairs the median, the lowest and the highest.
     * The median of ratios need not be the ratio of the medians.
     */
    String row() {
        StringBuilder row = new StringBuilder("| " + what + " | " + number(median(sorted(pair -> pair[0]))) + " |");
        for (int i = 1; i < pairs.get(0).length; i++) {
            int server = i;
            double[] ratios = sorted(pair -> pair[server] / pair[0]);
            row.append(String.format(
                    Locale.ROOT, " %s, %.3f", number(median(sorted(pair -> pair[server]))), median(ratios)));
            if (ratios.length > 1) {
                row.append(String.format(Locale.ROOT, " (%.3f to %.3f)", ratios[0], ratios[ratios.length - 1]));
            }
            row.append(" |");
        }
        return row.toString();
    }

    private double[] sorted(ToDoubleFunction<double[]> figure) {
        return pairs.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Three digits say all that can be told apart. */
    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%.0f", figure);
    }
}
