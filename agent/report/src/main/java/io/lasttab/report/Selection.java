package io.lasttab.report;

import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Exit;
import io.lasttab.report.log.FalseExpiry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Hands on the lines of the applications that were asked for. */
final class Selection {

    private static final int NAMED = 5;

    private final List<String> wanted;
    private final Set<String> applications;
    private final Figures figures;
    private final Set<String> others = new TreeSet<>();
    private long lines;
    private long leftOut;

    /** @param wanted contexts, or hosts with contexts; empty for all */
    Selection(List<String> wanted, Figures figures) {
        this.wanted = wanted;
        this.applications = new HashSet<>(wanted);
        this.figures = figures;
    }

    void add(Exit exit) {
        if (isWanted(exit.host(), exit.context())) {
            figures.add(exit);
        }
    }

    void add(FalseExpiry falseExpiry) {
        if (isWanted(falseExpiry.host(), falseExpiry.context())) {
            figures.add(falseExpiry);
        }
    }

    /** Counts the line, too. */
    private boolean isWanted(String host, String context) {
        lines++;
        if (wanted.isEmpty() || applications.contains(context) || applications.contains(host + context)) {
            return true;
        }
        leftOut++;
        if (others.size() < NAMED) {
            others.add(host + context);
        }
        return false;
    }

    /** Of all applications. */
    long lines() {
        return lines;
    }

    long leftOut() {
        return leftOut;
    }

    /** Some of those that were left out. */
    List<String> others() {
        return new ArrayList<>(others);
    }
}
