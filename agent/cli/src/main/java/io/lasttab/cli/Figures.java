package io.lasttab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Figures by name, as JMX hands them over; those that are not there are told apart from those that are zero. */
final class Figures {

    private final Map<String, Object> values;

    Figures(Map<String, Object> values) {
        this.values = values;
    }

    /** A list of rows, as an operation returns them. */
    static List<Figures> rows(Object returned) {
        List<Figures> rows = new ArrayList<>();
        for (CompositeData row : (CompositeData[]) returned) {
            Map<String, Object> values = new LinkedHashMap<>();
            row.getCompositeType().keySet().forEach(key -> values.put(key, row.get(key)));
            rows.add(new Figures(values));
        }
        return rows;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** A word; empty if it is not there. */
    String text(String name) {
        return has(name) ? values.get(name).toString() : "";
    }

    /** A number; zero if it is not there. */
    long number(String name) {
        return has(name) ? ((Number) values.get(name)).longValue() : 0;
    }

    /** A number as it is shown; {@code -} if it is not there. */
    String shown(String name) {
        return has(name) ? Long.toString(number(name)) : "-";
    }

    /** Some lines. */
    List<String> lines(String name) {
        return has(name) ? List.of((String[]) values.get(name)) : List.of();
    }

    /** Counts by what was counted, sorted, the zeros left out. */
    Map<String, Long> counts(String name) {
        Map<String, Long> counts = new TreeMap<>();
        if (has(name)) {
            for (Object row : ((TabularData) values.get(name)).values()) {
                CompositeData count = (CompositeData) row;
                long value = ((Number) count.get("value")).longValue();
                if (value != 0) {
                    counts.put((String) count.get("key"), value);
                }
            }
        }
        return counts;
    }

    long sum(String name) {
        return counts(name).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The counts in a line: {@code ORPHANED_CLOSED 12, TIMEOUT 3}; {@code none} if all are zero. */
    String countsInALine(String name) {
        StringBuilder line = new StringBuilder();
        counts(name).forEach((what, count) -> line.append(line.length() == 0 ? "" : ", ")
                .append(what)
                .append(' ')
                .append(count));
        return line.length() == 0 ? "none" : line.toString();
    }
}
