package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Cause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A bar for each cause. */
final class CausesSection extends Section {

    private final String lead;
    private final Map<Cause, Long> counts = new LinkedHashMap<>();
    private final long sum;

    private CausesSection(String id, String title, String lead, ToLongFunction<Cause> count) {
        super(id, title);
        this.lead = lead;
        long all = 0;
        for (Cause cause : Cause.values()) {
            if (count.applyAsLong(cause) > 0) {
                counts.put(cause, count.applyAsLong(cause));
                all += count.applyAsLong(cause);
            }
        }
        this.sum = all;
    }

    static CausesSection ended(Figures figures) {
        return new CausesSection(
                "causes", "Why sessions ended", "Each session counts once, by what ended it.", figures::ended);
    }

    static CausesSection wouldHaveEnded(Figures figures) {
        return new CausesSection(
                "observed",
                "What Lasttab would have ended",
                "In observe mode it ended nothing. One session may count several times: once for each time that its user"
                        + " came back and left again.",
                figures::wouldHaveEnded);
    }

    @Override
    String lead() {
        return lead;
    }

    @Override
    Legend legend() {
        return new Legend();
    }

    @Override
    void draw(Markup out) {
        long most = 0;
        for (long count : counts.values()) {
            most = Math.max(most, count);
        }
        Drawing.open(out, "", id(), title(), lead, counts.size() * BarRows.HEIGHT);
        BarRows rows = new BarRows(out);
        for (Map.Entry<Cause, Long> entry : counts.entrySet()) {
            long count = entry.getValue();
            rows.row(entry.getKey().label(), Amount.count(count), Amount.percent(count, sum));
            rows.whole(Tone.of(entry.getKey()), 100.0 * count / most);
        }
        out.close("svg");
    }

    @Override
    Table table() {
        Table table = new Table("Cause", "In the log", id().equals("observed") ? "Times" : "Sessions", "Share");
        counts.forEach((cause, count) -> table.row(
                cause.label(),
                cause == Cause.UNKNOWN ? "–" : cause.name(),
                Amount.count(count),
                Amount.percent(count, sum)));
        return table;
    }
}
