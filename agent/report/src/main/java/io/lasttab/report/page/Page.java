package io.lasttab.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Skipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The whole page. It loads nothing, runs nothing, and names no session. */
public final class Page {

    private static final String LOGO = "M2 26h4c2 0 3-1 3-3V11c0-3 2-5 5-5h4c3 0 5 2 5 5v12c0 2 1 3 3 3h4";

    private static final int FILES_NAMED = 5;

    private final Figures figures;
    private final Source source;
    private final Markup out = new Markup();

    private Page(Figures figures, Source source) {
        this.figures = figures;
        this.source = source;
    }

    /** @param figures not empty */
    public static String of(Figures figures, Source source) {
        Page page = new Page(figures, source);
        page.write();
        return page.out.toString();
    }

    private void write() {
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head();
        out.open("body");
        header();
        out.open("main");
        new Headlines(figures).write(out);
        if (figures.wouldHaveEnded() > 0) {
            CausesSection.wouldHaveEnded(figures).write(out, "wide");
        }
        if (figures.ended() > 0) {
            charts();
        } else {
            out.element("p", "No session has ended yet, so there is nothing more to draw.", "class", "wide");
        }
        new FalseExpiriesSection(figures).write(out, "wide");
        about();
        out.close("main").close("body").close("html");
    }

    private void head() {
        out.open("head").empty("meta", "charset", "utf-8");
        out.element("title", "Lasttab · " + span());
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        out.open("style").raw(style()).close("style").close("head");
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return new String(bytes.toByteArray(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void header() {
        out.open("header");
        out.open("svg", "class", "logo", "viewBox", "0 0 32 32", "aria-hidden", "true");
        out.empty("path", "d", LOGO).close("svg");
        out.open("h1").text("Lasttab ").element("span", "session report").close("h1");
        out.open("p", "class", "span").text(span());
        out.element("span", "Times in " + figures.zone().getId()).close("p");
        out.close("header");
    }

    private String span() {
        if (figures.ended() == 0) {
            return "observed only";
        }
        TimeAxis axis = new TimeAxis(figures.firstEnd(), figures.lastEnd(), figures.zone());
        return axis.moment(figures.firstEnd()) + " – " + axis.moment(figures.lastEnd());
    }

    private void charts() {
        Window window = Window.of(figures);
        TimeAxis axis = new TimeAxis(window.from(), window.to() - 1, figures.zone());
        new AliveSection(figures, window, axis).write(out, "wide");
        new CausesOverTimeSection(figures, axis).write(out, "wide");
        CausesSection.ended(figures).write(out, "half");
        BinsSection.idle(figures).write(out, "half");
        BinsSection.lifetimes(figures).write(out, "half");
        BinsSection.pages(figures).write(out, "half");
        new HoursSection(figures).write(out, "wide");
        ApplicationsSection applications = new ApplicationsSection(figures);
        if (applications.isNeeded()) {
            applications.write(out, "wide");
        }
    }

    private void about() {
        out.open("section", "class", "about wide", "aria-labelledby", "about");
        out.element("h2", "About these figures", "id", "about").open("ul");
        for (String note : notes()) {
            out.element("li", note);
        }
        out.close("ul").close("section");
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Made of " + Amount.count(source.lines(), "line") + " from " + files() + "."
                + (source.applications().isEmpty()
                        ? ""
                        : " Only of " + String.join(", ", source.applications()) + "; "
                                + Amount.count(source.leftOut(), "line") + " of other applications left out."));
        skipped(notes);
        notes.add(
                "A false expiry is a session that a request asked for after Lasttab had ended it. JMX counts them, too:"
                        + " FalseExpiries of io.lasttab:type=Application.");
        notes.add(
                "Saved is the time from the end by Lasttab to when the idle timeout would have ended the session, had it"
                        + " not been used again. Medians and other quantiles are right to within 3 %.");
        if (figures.heldForEver() > 0) {
            notes.add(Amount.count(figures.heldForEver(), "session")
                    + " that Lasttab ended had no timeout, or one of more than a year: not in the hours saved.");
        }
        if (figures.ended(Cause.UNKNOWN) + figures.wouldHaveEnded(Cause.UNKNOWN) > 0) {
            notes.add("“Another cause” is one that this version of Lasttab does not know; a newer one may.");
        }
        return notes;
    }

    private void skipped(List<String> notes) {
        Skipped skipped = source.skipped();
        long all = skipped.lines() + skipped.cutOff();
        if (all > 0) {
            notes.add("Left out: " + Amount.count(all, "line") + " that could not be read, "
                    + Amount.count(skipped.cutOff()) + " of them cut off at the end of a file. "
                    + String.join("; ", skipped.first())
                    + (all > skipped.first().size() ? "; …" : "."));
        }
    }

    private String files() {
        int named = Math.min(FILES_NAMED, source.files().size());
        String names = String.join(", ", source.files().subList(0, named));
        int more = source.files().size() - named;
        return more == 0 ? names : names + " and " + Amount.count(more, "other");
    }
}
