package io.lasttab.report.page;

import io.lasttab.report.figures.Alive;
import io.lasttab.report.figures.Figures;
import java.util.List;

/** Sessions alive over time, as they were and as the idle timeout alone would have held them. */
final class AliveSection extends Section {

    private static final int HEIGHT = 240;
    private static final int MOST_COLUMNS = 360;

    private final TimeAxis axis;
    private final Window window;
    private final Alive held;
    private final Alive alone;
    private final long heldForEver;

    private final long column;
    private final int columns;
    private final double highest;

    AliveSection(Figures figures, Window window, TimeAxis axis) {
        super("alive", "Sessions alive");
        this.axis = axis;
        this.window = window;
        this.held = figures.held();
        this.alone = figures.alone();
        this.heldForEver = figures.heldForEver();
        long slots = (window.to() - window.from()) / figures.slotMillis();
        this.column = figures.slotMillis() * ((slots + MOST_COLUMNS - 1) / MOST_COLUMNS);
        this.columns = (int) ((window.to() - window.from() + column - 1) / column);
        double most = 0;
        for (int i = 0; i < columns; i++) {
            most = Math.max(most, alone.average(from(i), to(i)));
        }
        this.highest = most;
    }

    private long from(int i) {
        return window.from() + i * column;
    }

    private long to(int i) {
        return Math.min(window.to(), from(i) + column);
    }

    @Override
    String lead() {
        String lead = "On average " + Amount.average(held.average(window.from(), window.to()))
                + " were alive; the idle timeout alone would have held "
                + Amount.average(alone.average(window.from(), window.to())) + ".";
        if (heldForEver > 0) {
            lead += " " + Amount.count(heldForEver, "session") + " had no timeout and would have stayed for ever.";
        }
        return lead + " Sessions that lived on when the log ends are not in it, so both lines fall towards its end.";
    }

    @Override
    Legend legend() {
        return new Legend()
                .add("line-alone", "By the idle timeout alone")
                .add("line-held", "With Lasttab")
                .add("area-saved", "Saved");
    }

    @Override
    void draw(Markup out) {
        Scale scale = Scale.upTo(highest, 0.1);
        Drawing drawing = new Drawing(out, HEIGHT);
        drawing.open(id(), "Sessions alive over time", lead());
        drawing.lines(scale);
        drawing.openPlot();
        String aloneLine = line(drawing, scale, alone, false);
        String heldLine = line(drawing, scale, held, false);
        out.empty("path", "class", "saved", "d", "M" + aloneLine + "L" + line(drawing, scale, held, true) + "Z");
        out.empty("path", "class", "alone", "d", "M" + aloneLine);
        out.empty("path", "class", "held", "d", "M" + heldLine);
        drawing.closePlot();
        List<Mark> marks = axis.marks();
        drawing.ticks(marks);
        drawing.marks(marks, "spare", "");
        drawing.values(scale);
        for (int i = 0; i < columns; i++) {
            double left = axis.place(from(i));
            drawing.tip(
                    left,
                    axis.place(to(i)) - left,
                    axis.moment(from(i)) + "\n" + Amount.average(held.average(from(i), to(i))) + " with Lasttab\n"
                            + Amount.average(alone.average(from(i), to(i))) + " by the idle timeout alone");
        }
        drawing.close();
    }

    private String line(Drawing drawing, Scale scale, Alive alive, boolean backwards) {
        StringBuilder path = new StringBuilder();
        for (int n = 0; n < columns; n++) {
            int i = backwards ? columns - 1 - n : n;
            double share = scale.share(alive.average(from(i), to(i)));
            double middle = (axis.place(from(i)) + axis.place(to(i))) / 2;
            boolean edge = i == (backwards ? columns - 1 : 0);
            if (edge) {
                path.append(drawing.point(axis.place(backwards ? to(i) : from(i)), share))
                        .append('L');
            }
            path.append(drawing.point(middle, share)).append(n == columns - 1 ? "" : "L");
            if (n == columns - 1) {
                path.append('L').append(drawing.point(axis.place(backwards ? from(i) : to(i)), share));
            }
        }
        return path.toString();
    }

    @Override
    Table table() {
        Table table = new Table("From", "With Lasttab, on average", "By the idle timeout alone", "Saved");
        for (int bar = 0; bar < axis.bars(); bar++) {
            long from = Math.max(window.from(), axis.from(bar));
            long to = Math.min(window.to(), axis.to(bar));
            if (from < to) {
                double with = held.average(from, to);
                double without = alone.average(from, to);
                table.row(
                        axis.name(bar), Amount.average(with), Amount.average(without), Amount.average(without - with));
            }
        }
        return table;
    }
}
