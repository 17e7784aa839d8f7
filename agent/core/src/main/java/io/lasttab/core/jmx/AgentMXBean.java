package io.lasttab.core.jmx;

import java.util.List;
import java.util.Map;

/** The agent in this JVM: {@code io.lasttab:type=Agent}. */
@Description("The Lasttab agent in this JVM.")
public interface AgentMXBean {

    @Description("The agent's version.")
    String getVersion();

    @Description("Where the settings come from: a file's path, or defaults.")
    String getSettingsSource();

    @Description("enforce, or observe: what holds for applications that have no mode of their own.")
    String getMode();

    @Description("How long sessions are kept after each kind of departure, in milliseconds: what holds for applications"
            + " that have no grace of their own.")
    Map<String, Long> getGracesMillis();

    @Description(
            "When the settings were last read again while the server ran, and what came of it; empty if they were not.")
    String getLastReload();

    @Description("The containers found, each with its hooks and how it stands with it.")
    List<String> getContainers();

    @Description(
            "Faults that stayed inside the agent, by hook (every hook that was woven is there), and those of its own threads, of"
                    + " the container's session store and of the application's listeners at the end of a session.")
    Map<String, Long> getFaults();

    @Description("How long this JVM was held up (stopped, suspended, paused) and time did not count against any page.")
    long getHeldUpMillis();

    @Description("How many lines of the exit log were not written: its file could not be, or too many were waiting.")
    long getExitLinesLost();

    @Description("How many notifications were not sent: too many were waiting, as behind a listener that hangs.")
    long getNotificationsLost();

    @Description(
            "Reads the settings again, from file, environment and system properties; what was set by JMX is undone."
                    + " Tells what has changed, and what needs a restart. If anything is wrong, it tells what, and nothing changes.")
    String reload();
}
