package io.lasttab.report.page;

import java.util.ArrayList;
import java.util.List;

/** The figures of a chart in rows: the first column says what the others are of. */
final class Table {

    private final String[] heads;
    private final List<String[]> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = heads;
    }

    Table row(String... cells) {
        if (cells.length != heads.length) {
            throw new IllegalArgumentException(cells.length + " cells below " + heads.length + " heads");
        }
        rows.add(cells);
        return this;
    }

    void write(Markup out, String caption) {
        out.open("details").element("summary", "Table");
        out.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Table: " + caption);
        out.open("table").element("caption", caption, "class", "unseen");
        out.open("thead").open("tr");
        for (String head : heads) {
            out.element("th", head, "scope", "col");
        }
        out.close("tr").close("thead").open("tbody");
        for (String[] row : rows) {
            out.open("tr").element("th", row[0], "scope", "row");
            for (int i = 1; i < row.length; i++) {
                out.element("td", row[i]);
            }
            out.close("tr");
        }
        out.close("tbody").close("table").close("div").close("details");
    }
}
