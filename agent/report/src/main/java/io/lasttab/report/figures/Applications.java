package io.lasttab.report.figures;

import io.lasttab.report.log.Exit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The applications of a log, each by itself up to a number that nobody reads any more. */
final class Applications {

    static final int MOST = 200;

    /** By host and context. */
    private final Map<String, ApplicationFigures> byName = new HashMap<>();

    private long beyond;

    void add(Exit exit) {
        String name = exit.host() + exit.context();
        ApplicationFigures figures = byName.get(name);
        if (figures == null) {
            if (byName.size() == MOST) {
                beyond++;
                return;
            }
            figures = new ApplicationFigures(exit.host(), exit.context());
            byName.put(name, figures);
        }
        figures.add(exit);
    }

    /** Those with most ends first. */
    List<ApplicationFigures> list() {
        List<ApplicationFigures> list = new ArrayList<>(byName.values());
        list.sort(Comparator.comparingLong((ApplicationFigures application) -> application.ended())
                .reversed()
                .thenComparing(ApplicationFigures::host)
                .thenComparing(ApplicationFigures::context));
        return list;
    }

    /** Sessions that ended in applications that came when {@link #MOST} were known. */
    long beyond() {
        return beyond;
    }
}
