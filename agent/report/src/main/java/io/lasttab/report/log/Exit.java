package io.lasttab.report.log;

/** What one line of the log says, but for the session's id, which no report needs. */
public final class Exit {

    private final String host;
    private final String context;
    private final Cause cause;
    private final boolean ended;
    private final int pages;
    private final long timeMillis;
    private final long lifetimeMillis;
    private final long idleMillis;
    private final long wouldHaveEndedAtMillis;

    Exit(
            String host,
            String context,
            Cause cause,
            boolean ended,
            int pages,
            long timeMillis,
            long lifetimeMillis,
            long idleMillis,
            long wouldHaveEndedAtMillis) {
        this.host = host;
        this.context = context;
        this.cause = cause;
        this.ended = ended;
        this.pages = pages;
        this.timeMillis = timeMillis;
        this.lifetimeMillis = lifetimeMillis;
        this.idleMillis = idleMillis;
        this.wouldHaveEndedAtMillis = wouldHaveEndedAtMillis;
    }

    public String host() {
        return host;
    }

    /** Begins with a slash; {@code /} is the root. */
    public String context() {
        return context;
    }

    public Cause cause() {
        return cause;
    }

    /** False if Lasttab only would have ended it, in observe mode. */
    public boolean ended() {
        return ended;
    }

    public int pages() {
        return pages;
    }

    /** Since 1970, not negative. */
    public long timeMillis() {
        return timeMillis;
    }

    /** Not negative. */
    public long lifetimeMillis() {
        return lifetimeMillis;
    }

    /** Not negative. */
    public long idleMillis() {
        return idleMillis;
    }

    /** Since 1970; -1 if the log does not say it. */
    public long wouldHaveEndedAtMillis() {
        return wouldHaveEndedAtMillis;
    }
}
