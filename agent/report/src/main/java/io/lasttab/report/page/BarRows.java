package io.lasttab.report.page;

/** Rows of a drawing, from top to bottom: a name and an amount over a bar, which is of one piece or of parts in a line. */
final class BarRows {

    /** Of each row, in pixels. */
    static final int HEIGHT = 42;

    private static final int BASE_LINE = 15;
    private static final int BAR = 23;
    private static final int BAR_HEIGHT = 8;

    private final Markup out;
    private int y = -HEIGHT;
    private double left;

    BarRows(Markup out) {
        this.out = out;
    }

    /**
     * Begins the next row.
     *
     * @param beside what stands behind the amount; empty for nothing
     */
    void row(String name, String amount, String beside) {
        y += HEIGHT;
        left = 0;
        out.element("text", name, "class", "name", "x", 0, "y", y + BASE_LINE);
        // Of an amount alone not an element in the text: the line that ends behind one is drawn as a space at the edge.
        boolean alone = beside.isEmpty();
        out.open(
                "text",
                "class",
                alone ? "amount strong" : "amount",
                "x",
                "100%",
                "y",
                y + BASE_LINE,
                "text-anchor",
                "end");
        if (alone) {
            out.text(amount);
        } else {
            out.element("tspan", amount, "class", "strong").text("  " + beside);
        }
        out.close("text");
        out.empty("rect", "class", "track", "x", 0, "y", y + BAR, "width", "100%", "height", BAR_HEIGHT, "rx", 4);
    }

    /** The bar as one piece; its width in percent. */
    void whole(String tone, double width) {
        out.empty(
                "rect",
                "class",
                "part " + tone,
                "x",
                0,
                "y",
                y + BAR,
                "width",
                Drawing.pct(width),
                "height",
                BAR_HEIGHT,
                "rx",
                4);
    }

    /** The next part of the bar; its width in percent, nothing is drawn for 0. */
    void part(String tone, double width) {
        if (width > 0) {
            out.empty(
                    "rect",
                    "class",
                    "part " + tone,
                    "x",
                    Drawing.pct(left),
                    "y",
                    y + BAR,
                    "width",
                    Drawing.pct(width),
                    "height",
                    BAR_HEIGHT);
        }
        left += width;
    }
}
