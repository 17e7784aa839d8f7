package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Ender;
import io.lasttab.report.log.SinceEnd;

/** How often users came back to what was ended, or would have been: a bar for each time since the end. */
final class FalseExpiriesSection extends Section {

    private static final String FALSE = "false-expiry";
    private static final String WOULD_HAVE_BEEN = "would-have-been-false";

    private final Figures figures;
    private final long ended;

    FalseExpiriesSection(Figures figures) {
        super("false-expiries", "False expiries");
        this.figures = figures;
        this.ended = figures.ended(Ender.LASTTAB);
    }

    @Override
    String lead() {
        if (isEnforced() || isObserved()) {
            return (isEnforced() ? enforced() : "")
                    + (isEnforced() && isObserved() ? " " : "")
                    + (isObserved() ? observed() : "")
                    + (isAny() ? " " + meaning() : "");
        }
        return "Lasttab ended no session, so none was ended by mistake.";
    }

    private boolean isEnforced() {
        return ended + figures.falseExpiries() > 0;
    }

    private boolean isObserved() {
        return figures.wouldHaveEnded() + figures.wouldHaveBeenFalse() > 0;
    }

    private boolean isAny() {
        return figures.falseExpiries() + figures.wouldHaveBeenFalse() > 0;
    }

    private String enforced() {
        long count = figures.falseExpiries();
        return count == 0
                ? "None, as it should be: Lasttab ended " + Amount.count(ended, "session")
                        + ", and no request asked for one afterwards."
                : Amount.count(count, "session") + " asked for after the end, of " + Amount.count(ended)
                        + " that Lasttab ended" + share(count, ended) + ".";
    }

    private String observed() {
        long count = figures.wouldHaveBeenFalse();
        String ends = Amount.count(figures.wouldHaveEnded(), "end");
        return count == 0
                ? "In observe mode none of " + ends + " would have been false, as it should be."
                : "In observe mode " + Amount.count(count) + " of " + ends + " would have been false"
                        + share(count, figures.wouldHaveEnded()) + ".";
    }

    /** Nothing if the log begins between the ends and the requests. */
    private static String share(long part, long whole) {
        return part > whole ? "" : " (" + Amount.percent(part, whole) + ")";
    }

    private static String meaning() {
        return "Within seconds, somebody had never left; after minutes, as a rule, somebody came back with an old cookie.";
    }

    @Override
    Legend legend() {
        Legend legend = new Legend();
        return figures.wouldHaveBeenFalse() == 0
                ? legend
                : legend.add(FALSE, "False expiries").add(WOULD_HAVE_BEEN, "In observe mode, would have been false");
    }

    @Override
    void draw(Markup out) {
        long most = 1;
        for (SinceEnd each : SinceEnd.values()) {
            most = Math.max(most, count(each));
        }
        Drawing.open(
                out,
                "",
                id(),
                "False expiries by the time since the end",
                lead(),
                SinceEnd.values().length * BarRows.HEIGHT);
        BarRows rows = new BarRows(out);
        for (SinceEnd each : SinceEnd.values()) {
            rows.row(each.label(), Amount.count(count(each)), "");
            rows.part(FALSE, 100.0 * figures.falseExpiries(each) / most);
            rows.part(WOULD_HAVE_BEEN, 100.0 * figures.wouldHaveBeenFalse(each) / most);
        }
        out.close("svg");
    }

    private long count(SinceEnd sinceEnd) {
        return figures.falseExpiries(sinceEnd) + figures.wouldHaveBeenFalse(sinceEnd);
    }

    @Override
    Table table() {
        Table table = new Table("Since the end", "In JMX", "False expiries", "Would have been false");
        for (SinceEnd each : SinceEnd.values()) {
            table.row(
                    each.label(),
                    each.name(),
                    Amount.count(figures.falseExpiries(each)),
                    Amount.count(figures.wouldHaveBeenFalse(each)));
        }
        return table;
    }
}
