package io.lasttab.core.jmx;

import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.ExitInfo;
import java.util.Map;

/** What is counted of the ends of one application's sessions. Safe for use by many threads; never waits long. */
final class ExitFigures {

    private final Histogram lifetimeSeconds = new Histogram(10, 60, 300, 900, 1800, 3600, 14_400, 86_400);
    private final Histogram pages = new Histogram(0, 1, 2, 5, 10, 20, 50);
    private final SavedSessions saved = new SavedSessions();

    void add(ExitInfo exit) {
        if (exit.isEnded()) {
            lifetimeSeconds.add((exit.getLifetimeMillis() + 999) / 1000);
            pages.add(exit.getPages());
            if (ExitCause.valueOf(exit.getCause()).isOrphaned()) {
                saved.add(exit.getWouldHaveEndedAtMillis(), exit.getTimeMillis());
            }
        }
    }

    /** Counts from zero again, but for the sessions saved now, which are no count of what was. */
    void reset() {
        lifetimeSeconds.reset();
        pages.reset();
    }

    Map<String, Long> lifetimeSeconds() {
        return lifetimeSeconds.counts();
    }

    Map<String, Long> pages() {
        return pages.counts();
    }

    long savedNow() {
        return saved.count(System.currentTimeMillis());
    }
}
