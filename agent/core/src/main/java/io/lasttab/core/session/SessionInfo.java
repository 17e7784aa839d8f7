package io.lasttab.core.session;

import java.beans.ConstructorProperties;

/** One tracked session as operators see it; a snapshot. */
public final class SessionInfo {

    private final long number;
    private final String maskedId;
    private final String state;
    private final int openPages;
    private final int runningRequests;
    private final long ageMillis;
    private final long endsInMillis;

    /** Made by the tracker; public so that JMX clients can rebuild it. */
    @ConstructorProperties({"number", "maskedId", "state", "openPages", "runningRequests", "ageMillis", "endsInMillis"})
    public SessionInfo(
            long number,
            String maskedId,
            String state,
            int openPages,
            int runningRequests,
            long ageMillis,
            long endsInMillis) {
        this.number = number;
        this.maskedId = maskedId;
        this.state = state;
        this.openPages = openPages;
        this.runningRequests = runningRequests;
        this.ageMillis = ageMillis;
        this.endsInMillis = endsInMillis;
    }

    /** The number that operations take; unique within the application until it has had four billion sessions. */
    public long getNumber() {
        return number;
    }

    /** The last characters of the session's id. */
    public String getMaskedId() {
        return maskedId;
    }

    /** One of {@link TrackedSession.State}. */
    public String getState() {
        return state;
    }

    /** How many pages are open. */
    public int getOpenPages() {
        return openPages;
    }

    /** How many requests are running. */
    public int getRunningRequests() {
        return runningRequests;
    }

    /** How long Lasttab has known the session, in milliseconds. */
    public long getAgeMillis() {
        return ageMillis;
    }

    /** When the session ends if nothing more is heard of it, in milliseconds from now; -1 if nothing would end it early. */
    public long getEndsInMillis() {
        return endsInMillis;
    }
}
