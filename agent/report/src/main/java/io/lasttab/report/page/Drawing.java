package io.lasttab.report.page;

import java.util.List;
import java.util.Locale;

/**
 * A chart's frame: as wide as there is room, so places across are in percent and heights in pixels, and words stay legible
 * on a telephone. Its whole content is in the table below it; what hovers over a part is a shortcut only.
 */
final class Drawing {

    private static final int TOP = 10;
    private static final int BELOW = 26;

    private final Markup out;
    private final int height;

    /** @param height of the plot alone, in pixels */
    Drawing(Markup out, int height) {
        this.out = out;
        this.height = height;
    }

    /** @param style {@code scaled} if words stand on the left of it, at places below 0; else empty */
    static void open(Markup out, String style, String id, String title, String description, int height) {
        out.open(
                "svg",
                "class",
                "chart " + style,
                "width",
                "100%",
                "height",
                height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-text");
        out.element("title", title, "id", id + "-title");
        out.element("desc", description, "id", id + "-text");
    }

    void open(String id, String title, String description) {
        open(out, "scaled", id, title, description, TOP + height + BELOW);
    }

    void lines(Scale scale) {
        for (int line = 0; line <= scale.lines(); line++) {
            double y = y(scale.share(scale.value(line)));
            out.empty("line", "class", line == 0 ? "base" : "grid", "x1", 0, "x2", "100%", "y1", px(y), "y2", px(y));
        }
    }

    /** The numbers at the lines, on the left. */
    void values(Scale scale) {
        for (int line = 1; line <= scale.lines(); line++) {
            double y = y(scale.share(scale.value(line)));
            out.element("text", Amount.brief(scale.value(line)), "x", -8, "y", px(y + 4), "text-anchor", "end");
        }
    }

    /**
     * @param second style of every second one, which says where it is too narrow for it: {@code spare}, or later {@code short}
     * @param third style of every second one of the others
     */
    void marks(List<Mark> marks, String second, String third) {
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            String anchor = mark.place < 4 ? "start" : mark.place > 96 ? "end" : "middle";
            out.element(
                    "text",
                    mark.word,
                    "class",
                    i % 4 == 0 ? "mark" : "mark " + (i % 2 == 1 ? second : third),
                    "x",
                    pct(mark.place),
                    "y",
                    TOP + height + 18,
                    "text-anchor",
                    anchor);
        }
    }

    /** Small strokes on the base line where the marks are. */
    void ticks(List<Mark> marks) {
        for (Mark mark : marks) {
            out.empty(
                    "line",
                    "class",
                    "base",
                    "x1",
                    pct(mark.place),
                    "x2",
                    pct(mark.place),
                    "y1",
                    TOP + height,
                    "y2",
                    TOP + height + 4);
        }
    }

    /** A part that tells its figures to whoever points at it. */
    void tip(double left, double width, String tip) {
        out.open("g", "class", "tip").element("title", tip);
        out.empty("rect", "x", pct(left), "width", pct(width), "y", TOP, "height", height);
        out.close("g");
    }

    void bar(String tone, double left, double width, double fromShare, double toShare) {
        if (toShare > fromShare) {
            double y = y(toShare);
            out.empty(
                    "rect",
                    "class",
                    "part " + tone,
                    "x",
                    pct(left),
                    "width",
                    pct(width),
                    "y",
                    px(y),
                    "height",
                    px(y(fromShare) - y));
        }
    }

    /** A frame of its own for lines, 1000 wide and stretched; as high as the plot. */
    void openPlot() {
        out.open(
                "svg",
                "class",
                "plot",
                "y",
                TOP,
                "width",
                "100%",
                "height",
                height,
                "viewBox",
                "0 0 1000 " + height,
                "preserveAspectRatio",
                "none");
    }

    void closePlot() {
        out.close("svg");
    }

    void close() {
        out.close("svg");
    }

    /** In the frame of lines. */
    String point(double place, double share) {
        return px(place * 10) + " " + px((1 - share) * height);
    }

    private double y(double share) {
        return TOP + (1 - share) * height;
    }

    static String pct(double percent) {
        return px(percent) + "%";
    }

    /** With as many digits as are seen. */
    static String px(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
