package io.lasttab.report.page;

import io.lasttab.report.figures.Bins;
import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Ender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** How many sessions were how long, or had how many pages, by who ended them. */
final class BinsSection extends Section {

    private static final int HEIGHT = 180;

    private final String lead;
    private final String head;
    private final Bins bins;
    private final LongFunction<String> word;
    /** The words stand at limits between the bars, not below the bars. */
    private final boolean continuous;

    private BinsSection(
            String id,
            String title,
            String lead,
            String head,
            Bins bins,
            LongFunction<String> word,
            boolean continuous) {
        super(id, title);
        this.lead = lead;
        this.head = head;
        this.bins = bins;
        this.word = word;
        this.continuous = continuous;
    }

    static BinsSection lifetimes(Figures figures) {
        return new BinsSection(
                "lifetimes",
                "How long sessions lived",
                "Half of them no longer than " + Amount.duration(figures.lifetimeMillis(0.5))
                        + ", nine in ten no longer than " + Amount.duration(figures.lifetimeMillis(0.9)) + ".",
                "Lifetime",
                figures.lifetimes(),
                Amount::duration,
                true);
    }

    static BinsSection idle(Figures figures) {
        List<String> medians = new ArrayList<>();
        for (Ender ender : new Ender[] {Ender.LASTTAB, Ender.TIMEOUT}) {
            if (figures.ended(ender) > 0) {
                medians.add(Amount.duration(figures.medianIdleMillis(ender))
                        + (ender == Ender.LASTTAB ? " if Lasttab ended it" : " if the idle timeout did"));
            }
        }
        return new BinsSection(
                "idle",
                "How long nobody used them before the end",
                "Since the last request."
                        + (medians.isEmpty() ? "" : " The median is " + String.join(", ", medians) + "."),
                "Unused",
                figures.idle(),
                Amount::duration,
                true);
    }

    static BinsSection pages(Figures figures) {
        return new BinsSection(
                "pages",
                "Pages per session",
                "Half of them had no more than " + Amount.count(figures.pages(0.5), "page")
                        + ". Sessions without one are those of programs, of robots, and of browsers without scripts.",
                "Pages",
                figures.pages(),
                Amount::count,
                false);
    }

    @Override
    String lead() {
        return lead;
    }

    @Override
    Legend legend() {
        return Legend.ofEnders();
    }

    @Override
    void draw(Markup out) {
        long highest = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            highest = Math.max(highest, bins.count(bin));
        }
        Scale scale = Scale.upTo((double) highest, 1);
        Drawing drawing = new Drawing(out, HEIGHT);
        drawing.open(id(), title(), lead);
        drawing.lines(scale);
        double width = 100.0 / bins.size();
        for (int bin = 0; bin < bins.size(); bin++) {
            long below = 0;
            for (Ender ender : Ender.values()) {
                long count = bins.count(bin, ender);
                drawing.bar(
                        Tone.of(ender),
                        (bin + 0.06) * width,
                        width * 0.88,
                        scale.share((double) below),
                        scale.share((double) (below + count)));
                below += count;
            }
        }
        drawing.marks(marks(width), continuous ? "spare" : "short", continuous ? "tight" : "");
        drawing.values(scale);
        for (int bin = 0; bin < bins.size(); bin++) {
            drawing.tip(bin * width, width, tip(bin));
        }
        drawing.close();
    }

    private List<Mark> marks(double width) {
        List<Mark> marks = new ArrayList<>();
        for (int bin = continuous ? 1 : 0; bin < bins.size(); bin++) {
            marks.add(
                    continuous
                            ? new Mark(bin * width, shortWord(bins.from(bin)))
                            : new Mark((bin + 0.5) * width, name(bin)));
        }
        return marks;
    }

    /** Without the second unit, which a limit between bars has no room for. */
    private String shortWord(long value) {
        return word.apply(value).replace("1\u00a0h 30\u00a0min", "90\u00a0min");
    }

    private String name(int bin) {
        long from = bins.from(bin);
        long to = bins.to(bin);
        if (continuous) {
            return from == 0
                    ? "less than " + shortWord(to)
                    : to == Long.MAX_VALUE ? shortWord(from) + " and more" : shortWord(from) + " to " + shortWord(to);
        }
        return to == Long.MAX_VALUE
                ? "> " + word.apply(from - 1)
                : to == from + 1 ? word.apply(from) : word.apply(from) + "–" + word.apply(to - 1);
    }

    private String tip(int bin) {
        StringBuilder tip = new StringBuilder(name(bin));
        if (!continuous) {
            tip.append(bins.from(bin) == 1 && bins.to(bin) == 2 ? " page" : " pages");
        }
        for (Ender ender : Ender.values()) {
            if (bins.count(bin, ender) > 0) {
                tip.append('\n')
                        .append(Amount.count(bins.count(bin, ender)))
                        .append(" · ")
                        .append(ender.label());
            }
        }
        return tip.toString();
    }

    @Override
    Table table() {
        Table table = new Table(head, Ender.LASTTAB.label(), Ender.TIMEOUT.label(), Ender.OTHER.label(), "All");
        for (int bin = 0; bin < bins.size(); bin++) {
            table.row(
                    name(bin),
                    Amount.count(bins.count(bin, Ender.LASTTAB)),
                    Amount.count(bins.count(bin, Ender.TIMEOUT)),
                    Amount.count(bins.count(bin, Ender.OTHER)),
                    Amount.count(bins.count(bin)));
        }
        return table;
    }
}
