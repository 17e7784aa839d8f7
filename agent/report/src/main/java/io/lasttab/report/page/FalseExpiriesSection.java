package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Ender;
import io.lasttab.report.log.SinceEnd;

/** How often users came back to what was ended, or would have been: a bar for each time since the end. */
final class FalseExpiriesSection extends Section {

    private static final int ROW = 42;
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
        Drawing.open(out, "", id(), "False expiries by the time since the end", lead(), SinceEnd.values().length * ROW);
        int y = 0;
        for (SinceEnd each : SinceEnd.values()) {
            out.element("text", each.label(), "class", "name", "x", 0, "y", y + 15);
            out.open("text", "class", "amount", "x", "100%", "y", y + 15, "text-anchor", "end");
            out.element("tspan", Amount.count(count(each)), "class", "strong").close("text");
            out.empty("rect", "class", "track", "x", 0, "y", y + 23, "width", "100%", "height", 8, "rx", 4);
            double width = 100.0 * figures.falseExpiries(each) / most;
            part(out, FALSE, y, 0, width);
            part(out, WOULD_HAVE_BEEN, y, width, 100.0 * figures.wouldHaveBeenFalse(each) / most);
            y += ROW;
        }
        out.close("svg");
    }

    private long count(SinceEnd sinceEnd) {
        return figures.falseExpiries(sinceEnd) + figures.wouldHaveBeenFalse(sinceEnd);
    }

    private static void part(Markup out, String tone, int y, double left, double width) {
        if (width > 0) {
            out.empty(
                    "rect",
                    "class",
                    "part " + tone,
                    "x",
                    Drawing.pct(left),
                    "y",
                    y + 23,
                    "width",
                    Drawing.pct(width),
                    "height",
                    8);
        }
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
