package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Cause;
import java.util.ArrayList;
import java.util.List;

/** When sessions ended, and why. */
final class CausesOverTimeSection extends Section {

    private static final int HEIGHT = 200;

    private final Figures figures;
    private final TimeAxis axis;
    private final List<Cause> causes = new ArrayList<>();

    CausesOverTimeSection(Figures figures, TimeAxis axis) {
        super("ends", "Ends over time");
        this.figures = figures;
        this.axis = axis;
        for (Cause cause : Cause.values()) {
            if (figures.ended(cause) > 0) {
                causes.add(cause);
            }
        }
    }

    @Override
    String lead() {
        int busiest = 0;
        for (int bar = 1; bar < axis.bars(); bar++) {
            busiest = ended(bar) > ended(busiest) ? bar : busiest;
        }
        return "Each bar is " + axis.bar() + ". The busiest is that of " + axis.name(busiest) + ", with "
                + Amount.count(ended(busiest), "end") + ".";
    }

    private long ended(int bar) {
        long sum = 0;
        for (Cause cause : causes) {
            sum += ended(cause, bar);
        }
        return sum;
    }

    private long ended(Cause cause, int bar) {
        return figures.ended(cause, axis.from(bar), axis.to(bar));
    }

    @Override
    Legend legend() {
        Legend legend = new Legend();
        causes.forEach(cause -> legend.add(Tone.of(cause), cause.label()));
        return legend;
    }

    @Override
    void draw(Markup out) {
        long highest = 0;
        for (int bar = 0; bar < axis.bars(); bar++) {
            highest = Math.max(highest, ended(bar));
        }
        Scale scale = Scale.upTo((double) highest, 1);
        Drawing drawing = new Drawing(out, HEIGHT);
        drawing.open(id(), "Ends of sessions over time, by cause", lead());
        drawing.lines(scale);
        for (int bar = 0; bar < axis.bars(); bar++) {
            bar(drawing, scale, bar);
        }
        List<Mark> marks = axis.marks();
        drawing.ticks(marks);
        drawing.marks(marks, "spare", "");
        drawing.values(scale);
        for (int bar = 0; bar < axis.bars(); bar++) {
            double left = axis.place(axis.from(bar));
            drawing.tip(left, axis.place(axis.to(bar)) - left, tip(bar));
        }
        drawing.close();
    }

    private void bar(Drawing drawing, Scale scale, int bar) {
        double left = axis.place(axis.from(bar));
        double width = axis.place(axis.to(bar)) - left;
        long below = 0;
        for (Cause cause : causes) {
            long count = ended(cause, bar);
            drawing.bar(
                    Tone.of(cause), left + width * 0.08, width * 0.84, scale.share((double) below), scale.share((double)
                            (below + count)));
            below += count;
        }
    }

    private String tip(int bar) {
        StringBuilder tip = new StringBuilder(axis.name(bar));
        for (Cause cause : causes) {
            long count = ended(cause, bar);
            if (count > 0) {
                tip.append('\n').append(Amount.count(count)).append(" · ").append(cause.label());
            }
        }
        return tip.toString();
    }

    @Override
    Table table() {
        List<String> heads = new ArrayList<>();
        heads.add("From");
        causes.forEach(cause -> heads.add(cause.label()));
        heads.add("All");
        Table table = new Table(heads.toArray(new String[0]));
        for (int bar = 0; bar < axis.bars(); bar++) {
            List<String> row = new ArrayList<>();
            row.add(axis.name(bar));
            for (Cause cause : causes) {
                row.add(Amount.count(ended(cause, bar)));
            }
            row.add(Amount.count(ended(bar)));
            table.row(row.toArray(new String[0]));
        }
        return table;
    }
}
