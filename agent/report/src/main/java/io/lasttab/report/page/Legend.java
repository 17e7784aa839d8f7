package io.lasttab.report.page;

import io.lasttab.report.log.Ender;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the colours of a chart stand for. */
final class Legend {

    private final Map<String, String> labels = new LinkedHashMap<>();

    /** Of the charts that tell apart who has ended a session. */
    static Legend ofEnders() {
        Legend legend = new Legend();
        for (Ender ender : Ender.values()) {
            legend.add(Tone.of(ender), ender.label());
        }
        return legend;
    }

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
