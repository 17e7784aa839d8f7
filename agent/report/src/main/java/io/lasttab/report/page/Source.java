package io.lasttab.report.page;

import io.lasttab.report.log.Skipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a report was made of. */
public final class Source {

    private final List<String> files;
    private final List<String> applications;
    private final long lines;
    private final long leftOut;
    private final Skipped skipped;

    /**
     * @param files their names, without folders
     * @param applications that were asked for; empty for all
     * @param lines that could be read
     * @param leftOut those of them that are of other applications
     */
    public Source(List<String> files, List<String> applications, long lines, long leftOut, Skipped skipped) {
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.applications = Collections.unmodifiableList(new ArrayList<>(applications));
        this.lines = lines;
        this.leftOut = leftOut;
        this.skipped = skipped;
    }

    List<String> files() {
        return files;
    }

    List<String> applications() {
        return applications;
    }

    long lines() {
        return lines;
    }

    long leftOut() {
        return leftOut;
    }

    Skipped skipped() {
        return skipped;
    }
}
