package io.lasttab.report.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the colours of a chart stand for. */
final class Legend {

    private final Map<String, String> labels = new LinkedHashMap<>();

    /** @param tone the colour's name in the style sheet */
    Legend add(String tone, String label) {
        labels.put(tone, label);
        return this;
    }

    void write(Markup out) {
        if (labels.isEmpty()) {
            return;
        }
        out.open("ul", "class", "legend");
        labels.forEach((tone, label) -> out.element("li", label, "class", tone));
        out.close("ul");
    }
}
