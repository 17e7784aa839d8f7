package io.lasttab.report.log;

/** A request that came for a session after its end by Lasttab, or after that end would have been, in observe mode. */
public final class FalseExpiry {

    private final String host;
    private final String context;
    private final boolean ended;
    private final long sinceEndMillis;

    FalseExpiry(String host, String context, boolean ended, long sinceEndMillis) {
        this.host = host;
        this.context = context;
        this.ended = ended;
        this.sinceEndMillis = sinceEndMillis;
    }

    public String host() {
        return host;
    }

    /** Begins with a slash; {@code /} is the root. */
    public String context() {
        return context;
    }

    /** False if Lasttab only would have ended the session, in observe mode. */
    public boolean ended() {
        return ended;
    }

    /** Not negative. */
    public long sinceEndMillis() {
        return sinceEndMillis;
    }
}
