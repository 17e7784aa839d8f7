package io.lasttab.core;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.report.ExitLog;
import io.lasttab.core.report.Reporter;
import io.lasttab.core.session.Reaper;
import java.util.List;

/**
 * Shows the agent and its applications to operators. Found by {@link java.util.ServiceLoader} in the agent's own class loader
 * when the first application appears.
 */
public interface Management {

    /**
     * Shows the agent.
     *
     * @param notifier has listeners told of what happened
     */
    void start(
            LiveSettings settings, List<ContainerReport> containers, Reaper reaper, ExitLog exitLog, Reporter notifier);

    /** Tells that a hook failed for the first time. Runs listeners, so only the notifier calls it. */
    void firstFault(String container, String hook);

    /** Shows an application. */
    void add(Application application);

    /** Shows an application no longer. */
    void remove(Application application);

    /** Shows nothing from now on. */
    void stop();
}
