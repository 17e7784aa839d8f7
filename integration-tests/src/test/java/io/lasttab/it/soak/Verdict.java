package io.lasttab.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What speaks against a run, from its samples alone. Growth is judged in the second half: in the first, caches fill. */
final class Verdict {
    /** Of the heap's size. */
    private static final double HEAP_TOLERANCE = 0.02;

    /** Half of what Tomcat allows its pool for requests, which has thirty clients here. */
    private static final int MOST_WORKERS = 100;

    /** Connections of operators come and go. */
    private static final double THREADS_TOLERANCE = 2;

    /** One that is deployed is there, or is not. */
    private static final double LOADERS_TOLERANCE = 1;

    private Verdict() {}

    /**
     * The objections, of which there should be none.
     *
     * @param samples by time; the first before the load, the last after it with the same applications deployed
     */
    static List<String> against(List<Sample> samples) {
        Sample first = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        List<String> objections = new ArrayList<>();
        if (last.requests() == 0) {
            objections.add("nothing was asked");
        }
        none(objections, last.failed(), "failed requests");
        none(objections, last.falseExpiries(), "false expiries");
        none(objections, last.faults(), "faults of Lasttab");
        none(objections, last.loaders() - first.loaders(), "loaders of applications left behind");

        if (last.workers() > MOST_WORKERS) {
            objections.add(last.workers() + " threads in pools");
        }

        List<Sample> second = secondHalf(samples);
        double heap = second.stream().mapToLong(Sample::heapBytes).average().orElse(0);
        grows(objections, second, Sample::heapBytes, heap * HEAP_TOLERANCE, "heap after a collection, bytes");
        grows(
                objections,
                second,
                sample -> sample.threads() - sample.workers(),
                THREADS_TOLERANCE,
                "threads besides those of pools");
        grows(objections, second, Sample::loaders, LOADERS_TOLERANCE, "loaders of applications");
        return objections;
    }

    /** The samples that growth is judged by: taken under load, in the second half of it. */
    static List<Sample> secondHalf(List<Sample> samples) {
        List<Sample> underLoad = samples.subList(1, samples.size() - 1);
        return underLoad.subList(underLoad.size() / 2, underLoad.size());
    }

    static Trend trend(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Trend.of(
                samples.stream().mapToDouble(Sample::seconds).toArray(),
                samples.stream().mapToDouble(figure).toArray());
    }

    private static void none(List<String> objections, long count, String what) {
        if (count > 0) {
            objections.add(count + " " + what);
        }
    }

    private static void grows(
            List<String> objections,
            List<Sample> samples,
            ToDoubleFunction<Sample> figure,
            double tolerance,
            String what) {
        double span = samples.get(samples.size() - 1).seconds() - samples.get(0).seconds();
        double rise = trend(samples, figure).sureRise(span);
        if (rise > tolerance) {
            objections.add(String.format(Locale.ROOT, "%s: grew by %.1f at least in %.0f s", what, rise, span));
        }
    }
}
