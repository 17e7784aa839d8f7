package io.lasttab.core.session;

import java.beans.ConstructorProperties;

/** The end of one session as operators see it. */
public final class ExitInfo {

    private final long timeMillis;
    private final String maskedId;
    private final String cause;
    private final int pages;
    private final long lifetimeMillis;
    private final boolean ended;
    private final long idleMillis;
    private final String departure;
    private final long wouldHaveEndedAtMillis;

    /** Made by the tracker; public so that JMX clients can rebuild it. */
    @ConstructorProperties({
        "timeMillis",
        "maskedId",
        "cause",
        "pages",
        "lifetimeMillis",
        "ended",
        "idleMillis",
        "departure",
        "wouldHaveEndedAtMillis"
    })
    public ExitInfo(
            long timeMillis,
            String maskedId,
            String cause,
            int pages,
            long lifetimeMillis,
            boolean ended,
            long idleMillis,
            String departure,
            long wouldHaveEndedAtMillis) {
        this.timeMillis = timeMillis;
        this.maskedId = maskedId;
        this.cause = cause;
        this.pages = pages;
        this.lifetimeMillis = lifetimeMillis;
        this.ended = ended;
        this.idleMillis = idleMillis;
        this.departure = departure;
        this.wouldHaveEndedAtMillis = wouldHaveEndedAtMillis;
    }

    /** When the session ended, in milliseconds since 1970. */
    public long getTimeMillis() {
        return timeMillis;
    }

    /** The last characters of the session's id. */
    public String getMaskedId() {
        return maskedId;
    }

    /** One of {@link ExitCause}. */
    public String getCause() {
        return cause;
    }

    /** How many pages said hello in this session. */
    public int getPages() {
        return pages;
    }

    /** How long Lasttab knew the session, in milliseconds. */
    public long getLifetimeMillis() {
        return lifetimeMillis;
    }

    /** Whether the session has ended; false if it would have, but for observe mode. */
    public boolean isEnded() {
        return ended;
    }

    /** How long no request had used the session, in milliseconds; 0 if one was running. */
    public long getIdleMillis() {
        return idleMillis;
    }

    /** How the last page had left, one of {@link Departure}; null if a page was open, or none had ever said hello. */
    public String getDeparture() {
        return departure;
    }

    /**
     * When the container's own idle timeout would have ended the session, in milliseconds since 1970; -1 if the container has
     * ended it, or if the session has no timeout.
     */
    public long getWouldHaveEndedAtMillis() {
        return wouldHaveEndedAtMillis;
    }
}
