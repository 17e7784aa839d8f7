package io.lasttab.core.session;

/** One false expiry as operators see it. */
public final class FalseExpiryInfo {

    private final long timeMillis;
    private final String maskedId;
    private final boolean ended;
    private final long sinceEndMillis;

    /** Made by the tracker. */
    public FalseExpiryInfo(long timeMillis, String maskedId, boolean ended, long sinceEndMillis) {
        this.timeMillis = timeMillis;
        this.maskedId = maskedId;
        this.ended = ended;
        this.sinceEndMillis = sinceEndMillis;
    }

    /** When the request came, in milliseconds since 1970. */
    public long getTimeMillis() {
        return timeMillis;
    }

    /** The last characters of the session's id, as its end was told with. */
    public String getMaskedId() {
        return maskedId;
    }

    /** Whether the session had ended; false if it would have, but for observe mode. */
    public boolean isEnded() {
        return ended;
    }

    /** How long after that the request came, in milliseconds; not negative. */
    public long getSinceEndMillis() {
        return sinceEndMillis;
    }
}
