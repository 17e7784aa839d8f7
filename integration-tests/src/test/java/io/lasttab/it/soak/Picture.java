package io.lasttab.it.soak;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run drawn in panels below each other over the same time, as an SVG that can be read on light and on dark ground. */
final class Picture {
    private static final int WIDTH = 800;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int PANEL = 120;
    private static final int TITLE = 36;
    private static final int BOTTOM = 40;
    private static final int MINUTES_MARKED = 10;
    private static final int VALUES_MARKED = 3;

    private static final String STYLE = """
            <style>
              text { font: 12px system-ui, sans-serif; fill: #59636e; }
              .title { font-weight: 600; fill: #1f2328; }
              .grid { stroke: #d1d9e0; }
              .line { fill: none; stroke: #0969da; stroke-width: 1.5; stroke-linejoin: round; }
              .trend { stroke: #bc4c00; stroke-width: 1.5; stroke-dasharray: 6 4; }
              @media (prefers-color-scheme: dark) {
                text { fill: #9198a1; }
                .title { fill: #f0f6fc; }
                .grid { stroke: #3d444d; }
                .line { stroke: #4493f8; }
                .trend { stroke: #f0883e; }
              }
            </style>
            """;

    private final double[] minutes;
    private final Axis time;
    private final StringBuilder svg = new StringBuilder();
    private int panels;
    private Axis axis; // of the last panel

    /** A picture of a run without panels yet; {@code minutes} are the times of all values. */
    Picture(double... minutes) {
        this.minutes = minutes;
        this.time = new Axis(minutes[minutes.length - 1], MINUTES_MARKED);
    }

    void panel(String title, double... values) {
        int foot = ++panels * PANEL;
        axis = new Axis(Math.max(1, Arrays.stream(values).max().orElse(1)), VALUES_MARKED);
        text("title", "start", LEFT, foot - PANEL + TITLE - 12, title);
        for (double mark : axis.marks()) {
            double y = y(foot, mark);
            line("grid", LEFT, y, WIDTH - RIGHT, y);
            text("", "end", LEFT - 8, y + 4, Axis.label(mark));
        }
        svg.append("<polyline class=\"line\" points=\"")
                .append(IntStream.range(0, values.length)
                        .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(minutes[i]), y(foot, values[i])))
                        .collect(Collectors.joining(" ")))
                .append("\"/>\n");
    }

    /** Draws a trend over seconds into the last panel. */
    void trend(Trend trend, double from, double to) {
        int foot = panels * PANEL;
        line("trend", x(from / 60), y(foot, trend.at(from)), x(to / 60), y(foot, trend.at(to)));
    }

    /** The whole document. */
    String svg() {
        int height = panels * PANEL + BOTTOM;
        for (double mark : time.marks()) {
            text("", "middle", x(mark), height - BOTTOM + 18, Axis.label(mark));
        }
        text("", "end", WIDTH - RIGHT, height - 6, "minutes");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\"The server over the minutes of the run\">\n"
                + STYLE + svg + "</svg>\n";
    }

    private double x(double minute) {
        return LEFT + (WIDTH - LEFT - RIGHT) * minute / time.top();
    }

    private double y(int foot, double value) {
        return foot - (PANEL - TITLE) * value / axis.top();
    }

    private void line(String kind, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                kind,
                fromX,
                fromY,
                toX,
                toY));
    }

    private void text(String kind, String anchor, double x, double y, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                text));
    }
}
