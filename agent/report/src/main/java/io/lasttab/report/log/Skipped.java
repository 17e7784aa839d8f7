package io.lasttab.report.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines that could not be used: how many, and the first few with the reason. */
public final class Skipped {

    private static final int NAMED = 5;

    private final List<String> first = new ArrayList<>();
    private long lines;
    private long cutOff;

    void bad(String file, long line, String why) {
        lines++;
        name(file, line, why);
    }

    void cutOff(String file, long line) {
        cutOff++;
        name(file, line, "is cut off: it was being written, or the server crashed");
    }

    private void name(String file, long line, String why) {
        if (first.size() < NAMED) {
            first.add(file + ": line " + line + " " + why);
        }
    }

    /** Without those that are cut off. */
    public long lines() {
        return lines;
    }

    /** Last lines of files that ended in the middle. */
    public long cutOff() {
        return cutOff;
    }

    /** Five at most, each with file, line number and why; in printable ASCII but for the file's name. */
    public List<String> first() {
        return Collections.unmodifiableList(first);
    }
}
