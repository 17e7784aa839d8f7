package io.lasttab.cli;

/** A line of what {@code top} shows, and what it is, as a terminal may show that. */
final class Line {

    /** What a line is. */
    enum Kind {
        /** What is shown of whom, and when. */
        TITLE,
        /** The heads of columns. */
        HEADS,
        /** All else. */
        TEXT
    }

    private static final String CUT = "…";

    private final Kind kind;
    private final String text;

    Line(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    static Line of(String text) {
        return new Line(Kind.TEXT, text);
    }

    Kind kind() {
        return kind;
    }

    /** As much of it as goes into so many columns; what is cut off leaves a sign. */
    String within(int width) {
        return cut(text, width);
    }

    /** The beginning of a text that is too long, with a sign that it was longer. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - CUT.length())) + CUT;
    }

    @Override
    public String toString() {
        return text;
    }
}
