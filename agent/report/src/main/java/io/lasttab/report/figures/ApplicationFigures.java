package io.lasttab.report.figures;

import io.lasttab.report.log.Ender;
import io.lasttab.report.log.Exit;

/** Of one application: what it takes to compare it with others. */
public final class ApplicationFigures {

    private final String host;
    private final String context;
    private final Tally<Ender> ended = new Tally<>(Ender.class);
    private final LogHistogram lifetimes = new LogHistogram();
    private long savedMillis;

    ApplicationFigures(String host, String context) {
        this.host = host;
        this.context = context;
    }

    void add(Exit exit) {
        ended.add(exit.cause().ender());
        lifetimes.add(exit.lifetimeMillis());
        savedMillis += Saved.millis(exit);
    }

    public String host() {
        return host;
    }

    /** As in the log, {@code /} for the root. */
    public String context() {
        return context;
    }

    public long ended() {
        return lifetimes.total();
    }

    public long ended(Ender ender) {
        return ended.count(ender);
    }

    public long savedMillis() {
        return savedMillis;
    }

    public long medianLifetimeMillis() {
        return lifetimes.quantile(0.5);
    }
}
