package io.lasttab.core.jmx;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.SessionInfo;
import java.util.List;
import java.util.Map;

/**
 * One web application: {@code io.lasttab:type=Application,host=…,context=…}. Counts are since the application was first
 * used; they are read without stopping anything, so two of them need not be of the same moment.
 */
public interface ApplicationMXBean {

    /** Whether Lasttab does anything for this application. */
    boolean isEnabled();

    /** Switches Lasttab on or off for this application, at once. Switched on, it ends nothing until grace.lost is over. */
    void setEnabled(boolean enabled);

    /** Why the application is left alone for good, whatever the settings say; empty if it is not. */
    String getLeftAlone();

    /** {@code enforce}, or {@code observe}: verdicts are only counted. */
    String getMode();

    /** Sets the mode: {@code enforce} or {@code observe}. */
    void setMode(String mode);

    /** How long a session is kept after its last page was closed. */
    long getGraceClosedMillis();

    /** Sets grace.closed, for countdowns that run too. */
    void setGraceClosedMillis(long millis);

    /** How long a session is kept after its last page left for another address. */
    long getGraceLeftMillis();

    /** Sets grace.left, for countdowns that run too. */
    void setGraceLeftMillis(long millis);

    /** How long a session is kept after the application itself sent its user to another site. */
    long getGraceSentAwayMillis();

    /** Sets grace.sent-away, for those who are away too. */
    void setGraceSentAwayMillis(long millis);

    /** How long a page may be silent before it no longer counts. */
    long getGraceLostMillis();

    /** Sets grace.lost. */
    void setGraceLostMillis(long millis);

    /** Other hosts that are part of the application, with commas between them; {@code none} if there are none. */
    String getOwnHosts();

    /** Sets own.hosts, for those who are sent away from now on. */
    void setOwnHosts(String hosts);

    /** Hosts that are not part of the application although {@link #getOwnHosts} names them; {@code none} as well. */
    String getAwayHosts();

    /** Sets away.hosts, for those who are sent away from now on. */
    void setAwayHosts(String hosts);

    /** How many sessions Lasttab knows now. */
    int getSessions();

    /** How many pages are open now. */
    int getOpenPages();

    /** How many sessions ended, by cause. */
    Map<String, Long> getExits();

    /** How many sessions would have been ended but for observe mode, by cause. */
    Map<String, Long> getWouldHaveExited();

    /**
     * False expiries: how many sessions that Lasttab ended were asked for by a real request afterwards, by the time between
     * ({@code WITHIN_1_S}, {@code WITHIN_10_S}, {@code WITHIN_1_MIN}, {@code WITHIN_10_MIN}, {@code LATER}; a session counts
     * in one only). Counted once for a session, and only as long as the container itself would have kept it.
     */
    Map<String, Long> getFalseExpiries();

    /** The same in observe mode: how many sessions that would have been ended were used by a real request afterwards. */
    Map<String, Long> getWouldHaveBeenFalse();

    /** How many ends the container failed to carry out; their sessions live on. */
    long getFailedExpiries();

    /** How many documents got the tag ({@code INJECTED}), and how many responses did not, by reason. */
    Map<String, Long> getInjections();

    /** What became of the requests for Lasttab's own addresses. */
    Map<String, Long> getBeacons();

    /** The last ends of sessions, oldest first; at most 100. */
    List<ExitInfo> getRecentExits();

    /** The sessions that Lasttab knows, oldest first. */
    List<SessionInfo> list(int offset, int limit);

    /** Ends one session, by its number in the list; false if it is not there any more. */
    boolean expire(long number);

    /** From now on, verdicts are only counted. */
    void observe();

    /** From now on, verdicts are carried out. */
    void enforce();
}
