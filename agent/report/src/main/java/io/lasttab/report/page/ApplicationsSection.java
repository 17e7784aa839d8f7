package io.lasttab.report.page;

import io.lasttab.report.figures.ApplicationFigures;
import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Ender;
import java.util.List;

/** The applications beside each other. */
final class ApplicationsSection extends Section {

    private static final int DRAWN = 12;

    private final List<ApplicationFigures> applications;
    private final long beyond;
    private final boolean oneHost;

    ApplicationsSection(Figures figures) {
        super("applications", "Applications");
        this.applications = figures.applications();
        this.beyond = figures.endedBeyondApplications();
        this.oneHost =
                applications.stream().map(ApplicationFigures::host).distinct().count() == 1;
    }

    /** There is nothing to compare in one. */
    boolean isNeeded() {
        return applications.size() > 1;
    }

    @Override
    String lead() {
        String lead = applications.size() > DRAWN
                ? "The " + DRAWN + " with most ends; the table has "
                        + (beyond > 0 ? "the first " + applications.size() : "all " + applications.size()) + "."
                : "By the sessions that ended in them.";
        return beyond > 0
                ? lead + " " + Amount.count(beyond, "session") + " of further applications are in no row."
                : lead + " The option --application makes a report of one alone.";
    }

    @Override
    Legend legend() {
        return Legend.ofEnders();
    }

    @Override
    void draw(Markup out) {
        int drawn = Math.min(DRAWN, applications.size());
        long most = applications.get(0).ended();
        Drawing.open(out, "", id(), "Ends of sessions by application", lead(), drawn * BarRows.HEIGHT);
        BarRows rows = new BarRows(out);
        for (ApplicationFigures application : applications.subList(0, drawn)) {
            rows.row(
                    name(application),
                    Amount.count(application.ended()),
                    Amount.hours(application.savedMillis()) + " saved");
            for (Ender ender : Ender.values()) {
                rows.part(Tone.of(ender), 100.0 * application.ended(ender) / most);
            }
        }
        out.close("svg");
    }

    private String name(ApplicationFigures application) {
        String name = oneHost ? application.context() : application.host() + application.context();
        return name.length() > 40 ? name.substring(0, 39) + "…" : name;
    }

    @Override
    Table table() {
        Table table =
                new Table("Application", "Ended", "By Lasttab", "Share", "Session hours saved", "Median lifetime");
        for (ApplicationFigures application : applications) {
            table.row(
                    application.host() + application.context(),
                    Amount.count(application.ended()),
                    Amount.count(application.ended(Ender.LASTTAB)),
                    Amount.percent(application.ended(Ender.LASTTAB), application.ended()),
                    Amount.hours(application.savedMillis()),
                    Amount.duration(application.medianLifetimeMillis()));
        }
        return table;
    }
}
