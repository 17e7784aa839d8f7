package io.lasttab.core.jmx;

import java.util.List;
import java.util.Map;

/** The agent in this JVM: {@code io.lasttab:type=Agent}. */
public interface AgentMXBean {

    /** The agent's version. */
    String getVersion();

    /** Where the settings come from: a file's path, or {@code defaults}. */
    String getSettingsSource();

    /** The containers found, each with its hooks and how it stands with it. */
    List<String> getContainers();

    /** Faults that stayed inside the agent, by hook; hooks that never failed are absent. */
    Map<String, Long> getFaults();

    /** How long this JVM was held up (stopped, suspended, paused) and time did not count against any page. */
    long getHeldUpMillis();

    /** How many lines of the exit log were not written: its file could not be, or too many were waiting. */
    long getExitLinesLost();
}
