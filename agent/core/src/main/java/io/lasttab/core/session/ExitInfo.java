package io.lasttab.core.session;

import java.beans.ConstructorProperties;

/** The end of one session as operators see it. */
public final class ExitInfo {

    private final long timeMillis;
    private final String maskedId;
    private final String cause;
    private final int pages;
    private final long lifetimeMillis;

    /** Made by the tracker; public so that JMX clients can rebuild it. */
    @ConstructorProperties({"timeMillis", "maskedId", "cause", "pages", "lifetimeMillis"})
    public ExitInfo(long timeMillis, String maskedId, String cause, int pages, long lifetimeMillis) {
        this.timeMillis = timeMillis;
        this.maskedId = maskedId;
        this.cause = cause;
        this.pages = pages;
        this.lifetimeMillis = lifetimeMillis;
    }

    /** When the session ended, in milliseconds since 1970. */
    public long getTimeMillis() {
        return timeMillis;
    }

    /** The first characters of the session's id. */
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
}
