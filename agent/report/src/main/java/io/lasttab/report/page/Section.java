package io.lasttab.report.page;

/** One chart with its words and its table. */
abstract class Section {

    private final String id;
    private final String title;

    Section(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** In a sentence or two, what there is to see. */
    abstract String lead();

    abstract Legend legend();

    abstract void draw(Markup out);

    abstract Table table();

    final String id() {
        return id;
    }

    final String title() {
        return title;
    }

    /** @param style a class of the style sheet */
    final void write(Markup out, String style) {
        out.open("figure", "class", "card " + style, "id", id, "aria-labelledby", id + "-heading");
        out.open("figcaption").element("h2", title, "id", id + "-heading");
        out.element("p", lead()).close("figcaption");
        legend().write(out);
        draw(out);
        table().write(out, title);
        out.close("figure");
    }
}
