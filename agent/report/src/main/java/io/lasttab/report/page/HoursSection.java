package io.lasttab.report.page;

import io.lasttab.report.figures.Figures;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** When sessions begin: the weekdays below each other, the hours side by side. */
final class HoursSection extends Section {

    private static final int ROW = 28;
    private static final int HOURS = 24;
    private static final double CELL = 100.0 / HOURS;

    private final Figures figures;

    HoursSection(Figures figures) {
        super("hours", "Busiest hours");
        this.figures = figures;
    }

    @Override
    String lead() {
        DayOfWeek busiestDay = DayOfWeek.MONDAY;
        int busiestHour = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                if (figures.begun(day, hour) > figures.begun(busiestDay, busiestHour)) {
                    busiestDay = day;
                    busiestHour = hour;
                }
            }
        }
        return "When the sessions began. The most, " + Amount.count(figures.begun(busiestDay, busiestHour)) + ", on "
                + name(busiestDay, TextStyle.FULL) + " in the hour from " + clock(busiestHour) + ".";
    }

    @Override
    Legend legend() {
        return new Legend();
    }

    @Override
    void draw(Markup out) {
        long most = 1;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                most = Math.max(most, figures.begun(day, hour));
            }
        }
        Drawing.open(out, "scaled", id(), "Sessions begun by weekday and hour", lead(), 7 * ROW + 24);
        for (DayOfWeek day : DayOfWeek.values()) {
            int y = (day.getValue() - 1) * ROW;
            out.element("text", name(day, TextStyle.SHORT), "x", -8, "y", y + ROW / 2 + 4, "text-anchor", "end");
            for (int hour = 0; hour < HOURS; hour++) {
                cell(out, y, day, hour, (double) figures.begun(day, hour) / most);
            }
        }
        for (int hour = 0; hour < HOURS; hour += 3) {
            out.element(
                    "text",
                    clock(hour),
                    "class",
                    hour % 6 == 0 ? "mark" : "mark spare",
                    "x",
                    Drawing.pct(hour * CELL),
                    "y",
                    7 * ROW + 18);
        }
        out.close("svg");
    }

    private void cell(Markup out, int y, DayOfWeek day, int hour, double share) {
        String x = Drawing.pct(hour * CELL);
        String width = Drawing.pct(CELL);
        out.open("g", "class", "cell");
        out.element(
                "title",
                name(day, TextStyle.FULL) + ", " + clock(hour) + "–" + clock(hour + 1) + "\n"
                        + Amount.count(figures.begun(day, hour), "session") + " begun");
        out.empty("rect", "class", "part track", "x", x, "y", y, "width", width, "height", ROW, "rx", 4);
        if (share > 0) {
            out.empty(
                    "rect",
                    "class",
                    "part heat",
                    "x",
                    x,
                    "y",
                    y,
                    "width",
                    width,
                    "height",
                    ROW,
                    "rx",
                    4,
                    "fill-opacity",
                    Drawing.px(0.05 + 0.95 * share));
        }
        out.close("g");
    }

    private static String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, Locale.ENGLISH);
    }

    private static String clock(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour % HOURS);
    }

    @Override
    Table table() {
        String[] heads = new String[8];
        heads[0] = "Hour";
        for (DayOfWeek day : DayOfWeek.values()) {
            heads[day.getValue()] = name(day, TextStyle.FULL);
        }
        Table table = new Table(heads);
        for (int hour = 0; hour < HOURS; hour++) {
            String[] row = new String[8];
            row[0] = clock(hour) + "–" + clock(hour + 1);
            for (DayOfWeek day : DayOfWeek.values()) {
                row[day.getValue()] = Amount.count(figures.begun(day, hour));
            }
            table.row(row);
        }
        return table;
    }
}
