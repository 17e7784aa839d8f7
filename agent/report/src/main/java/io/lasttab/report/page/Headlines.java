package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Ender;

/** The four figures on top. */
final class Headlines {

    private final Figures figures;

    Headlines(Figures figures) {
        this.figures = figures;
    }

    void write(Markup out) {
        out.open("dl", "class", "figures");
        figure(out, "Sessions ended", Amount.count(figures.ended()), endedNote());
        figure(
                out,
                "Orphaned",
                Amount.percent(figures.ended(Ender.LASTTAB), figures.ended()),
                Amount.count(figures.ended(Ender.LASTTAB)) + " ended by Lasttab, nobody being there any more");
        figure(out, "Session hours saved", Amount.average(figures.savedMillis() / 3_600_000.0), savedNote());
        figure(
                out,
                "Unused before the end",
                figures.ended(Ender.LASTTAB) == 0 ? "–" : Amount.duration(figures.medianIdleMillis(Ender.LASTTAB)),
                idleNote());
        out.close("dl");
    }

    private static void figure(Markup out, String name, String value, String note) {
        out.open("div").element("dt", name).element("dd", value).element("dd", note, "class", "note");
        out.close("div");
    }

    private String endedNote() {
        int applications = figures.applications().size();
        return figures.wouldHaveEnded() > 0
                ? "and " + Amount.count(figures.wouldHaveEnded(), "end") + " only observed"
                : "in " + (figures.endedBeyondApplications() > 0 ? "more than " : "")
                        + Amount.count(applications, "application");
    }

    private String savedNote() {
        if (figures.ended() == 0) {
            return "against the idle timeout alone";
        }
        Window window = Window.of(figures);
        double fewer = figures.alone().average(window.from(), window.to())
                - figures.held().average(window.from(), window.to());
        return "on average " + Amount.average(fewer) + " fewer at any time than by the idle timeout alone";
    }

    private String idleNote() {
        String note = "is the median where Lasttab ended it";
        return figures.ended(Ender.TIMEOUT) == 0
                ? note
                : note + "; " + Amount.duration(figures.medianIdleMillis(Ender.TIMEOUT)) + " where the timeout did";
    }
}
