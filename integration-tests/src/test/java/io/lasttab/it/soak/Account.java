package io.lasttab.it.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run as it is told to readers: a picture, and a page with a table. */
final class Account {
    private static final double MB = 1 << 20;
    private static final int ROWS = 10;

    private static final String LOAD = """
            Visitors read in up to six tabs: they open, reload, follow links and close, some to come back within the grace. Members log
            in, by a new id or a new session, and out. Others upload up to a megabyte, wait for answers that take longer than the
            grace, leave a page open until the container's own timeout (a minute here), or vanish without a word. Programs ask for
            JSON. Each checks every answer, and that it comes from the session that it had. Beside them an application is deployed,
            replaced and taken away with pages open, again and again; the exit log is renamed when it is full; the settings are read
            again each minute.

            The dashed line is the one that the growth of the heap is judged by. Of threads those in pools with a limit do not count:
            Tomcat's for requests and Lasttab's for ends of sessions (32 at most) keep as many as were ever busy at once, as long
            as there is work now and then for each.

            | minute | heap, MB | process, MB | threads | in pools | classes | loaders | sessions | requests so far |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final String server;
    private final List<Sample> samples;

    Account(String server, List<Sample> samples) {
        this.server = server;
        this.samples = samples;
    }

    String picture() {
        Picture picture = new Picture(values(Account::minute));
        List<Sample> judged = Verdict.secondHalf(samples);
        Trend heap = Verdict.trend(judged, sample -> sample.heapBytes() / MB);
        picture.panel("Heap after a full collection, MB", values(sample -> sample.heapBytes() / MB));
        picture.trend(
                heap, judged.get(0).seconds(), judged.get(judged.size() - 1).seconds());
        picture.panel("Memory of the process, MB", values(sample -> sample.residentBytes() / MB));
        picture.panel("Threads", values(Sample::threads));
        picture.panel(
                "Threads besides those of pools with a limit", values(sample -> sample.threads() - sample.workers()));
        picture.panel("Class loaders of web applications", values(Sample::loaders));
        picture.panel("Sessions that Lasttab knows", values(Sample::sessions));
        picture.panel("Requests a second", rates());
        return picture.svg();
    }

    String page(Map<String, Long> exits, int deployments, int looks) {
        Sample last = samples.get(samples.size() - 1);
        String head = String.format(
                Locale.ROOT,
                """
                # A server in use for %d minutes

                ![The server over the minutes of the run](soak.svg)

                Written by `mvn verify -Psoak`, which fails if a request fails, a session is ended falsely, anything inside Lasttab goes
                wrong, or the heap after a collection, the threads or the class loaders of web applications grow.

                - Server: an unmodified %s with a heap of at most 256 MB, and everybody who uses it on the same machine
                - Requests: %,d, of which %,d failed
                - False expiries: %,d
                - Faults inside Lasttab: %,d
                - Sessions ended: %s
                - Applications deployed or replaced under load: %,d
                - Reads of everything that JMX shows: %,d
                - Heap after a collection, in the second half: %s

                """,
                Math.round(minute(last)),
                server,
                last.requests(),
                last.failed(),
                last.falseExpiries(),
                last.faults(),
                causes(exits),
                deployments,
                looks,
                growth());
        return head + LOAD + rows().map(Account::row).collect(Collectors.joining());
    }

    private static String causes(Map<String, Long> exits) {
        return new TreeMap<>(exits)
                .entrySet().stream()
                        .filter(exit -> exit.getValue() > 0)
                        .map(exit -> String.format(Locale.ROOT, "%s %,d", exit.getKey(), exit.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String growth() {
        Trend trend = Verdict.trend(Verdict.secondHalf(samples), sample -> sample.heapBytes() / 1024.0);
        return String.format(
                Locale.ROOT,
                "%+.1f KB a minute, with a standard error of %.1f",
                trend.slope() * 60,
                trend.error() * 60);
    }

    /** The first, the last, and some between them. */
    private Stream<Sample> rows() {
        int last = samples.size() - 1;
        return IntStream.rangeClosed(0, ROWS)
                .mapToObj(row -> samples.get((int) Math.round((double) row * last / ROWS)));
    }

    private static String row(Sample sample) {
        return String.format(
                Locale.ROOT,
                "| %.1f | %.1f | %.0f | %d | %d | %,d | %d | %,d | %,d |%n",
                minute(sample),
                sample.heapBytes() / MB,
                sample.residentBytes() / MB,
                sample.threads(),
                sample.workers(),
                sample.classes(),
                sample.loaders(),
                sample.sessions(),
                sample.requests());
    }

    /** Between each sample and the one before. */
    private double[] rates() {
        double[] rates = new double[samples.size()];
        for (int i = 1; i < rates.length; i++) {
            Sample before = samples.get(i - 1);
            Sample now = samples.get(i);
            rates[i] = (now.requests() - before.requests()) / (now.seconds() - before.seconds());
        }
        return rates;
    }

    private double[] values(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).toArray();
    }

    private static double minute(Sample sample) {
        return sample.seconds() / 60;
    }
}
