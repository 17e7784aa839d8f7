package io.lasttab.core.jmx;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.SessionInfo;
import java.util.List;
import java.util.Map;

/**
 * One web application: {@code io.lasttab:type=Application,host=…,context=…}. Counts are since the application was first
 * used, or since they were reset; they are read without stopping anything, so two of them need not be of the same moment.
 */
@Description("One web application and what becomes of its sessions. Counts are since CountedSinceMillis.")
public interface ApplicationMXBean {

    @Description("Whether Lasttab does anything for this application.")
    boolean isEnabled();

    /** Switches Lasttab on or off for this application, at once. Switched on, it ends nothing until grace.lost is over. */
    void setEnabled(boolean enabled);

    @Description("Why the application is left alone for good, whatever the settings say; empty if it is not.")
    String getLeftAlone();

    @Description("enforce, or observe: verdicts are only counted.")
    String getMode();

    /** Sets the mode: {@code enforce} or {@code observe}. */
    void setMode(String mode);

    @Description("How long a session is kept after its last page was closed.")
    long getGraceClosedMillis();

    /** Sets grace.closed, for countdowns that run too. */
    void setGraceClosedMillis(long millis);

    @Description("How long a session is kept after its last page left for another address.")
    long getGraceLeftMillis();

    /** Sets grace.left, for countdowns that run too. */
    void setGraceLeftMillis(long millis);

    @Description("How long a session is kept after the application itself sent its user to another site.")
    long getGraceSentAwayMillis();

    /** Sets grace.sent-away, for those who are away too. */
    void setGraceSentAwayMillis(long millis);

    @Description("How long a page may be silent before it no longer counts.")
    long getGraceLostMillis();

    /** Sets grace.lost. */
    void setGraceLostMillis(long millis);

    @Description("Other hosts that are part of the application, with commas between them; none if there are none.")
    String getOwnHosts();

    /** Sets own.hosts, for those who are sent away from now on. */
    void setOwnHosts(String hosts);

    @Description("Hosts that are not part of the application although OwnHosts names them; none if there are none.")
    String getAwayHosts();

    /** Sets away.hosts, for those who are sent away from now on. */
    void setAwayHosts(String hosts);

    @Description("What was set by JMX, by key: a change of the settings file leaves it alone, a reload undoes it.")
    Map<String, String> getSetByHand();

    @Description("How many sessions Lasttab knows now.")
    int getSessions();

    @Description("How many sessions Lasttab knows now, by state.")
    Map<String, Long> getSessionsByState();

    @Description("How many pages are open now.")
    int getOpenPages();

    @Description(
            "Since when is counted, in milliseconds since 1970: since the application was first used, or since the reset.")
    long getCountedSinceMillis();

    @Description("How many sessions ended, by cause.")
    Map<String, Long> getExits();

    @Description("How many sessions would have been ended but for observe mode, by cause.")
    Map<String, Long> getWouldHaveExited();

    @Description("False expiries: how many sessions that Lasttab ended a real request asked for afterwards, by the time"
            + " between. Each counts once, and only as long as the container itself would have kept it.")
    Map<String, Long> getFalseExpiries();

    @Description(
            "The same in observe mode: how many sessions that would have been ended a real request used afterwards.")
    Map<String, Long> getWouldHaveBeenFalse();

    @Description("How many sessions that Lasttab has ended the container alone would still hold.")
    long getSessionsSavedNow();

    @Description(
            "Ended sessions by lifetime: how many lived for up to so many seconds, and longer than the one before.")
    Map<String, Long> getExitsByLifetimeSeconds();

    @Description("Ended sessions by pages: how many had up to so many pages, and more than the one before.")
    Map<String, Long> getExitsByPages();

    @Description(
            "How many ends of sessions have failed: the session lives on and its end is tried again, or it has ended and the"
                    + " container's session store keeps it.")
    long getFailedExpiries();

    @Description("How many documents got the tag (INJECTED), and how many responses did not, by reason.")
    Map<String, Long> getInjections();

    @Description("What became of the requests for Lasttab's own addresses.")
    Map<String, Long> getBeacons();

    @Description("The last ends of sessions, oldest first; at most 100.")
    List<ExitInfo> getRecentExits();

    @Description("The sessions that Lasttab knows, oldest first.")
    List<SessionInfo> list(
            @Description(name = "offset", value = "how many to leave out, from the oldest on") int offset,
            @Description(name = "limit", value = "how many to list at most") int limit);

    @Description("Ends one session, by its number in the list; false if it is not there any more.")
    boolean expire(@Description(name = "number", value = "as listed: unique while the server runs") long number);

    @Description("Counts from zero again; sessions, open pages and SessionsSavedNow are no counts and stay.")
    void resetCounters();

    @Description("From now on, Lasttab looks after the sessions; for as long as grace.lost it ends none.")
    void enable();

    @Description("From now on, Lasttab leaves this application as it is without the agent.")
    void disable();

    @Description("From now on, verdicts are only counted.")
    void observe();

    @Description("From now on, verdicts are carried out.")
    void enforce();
}
