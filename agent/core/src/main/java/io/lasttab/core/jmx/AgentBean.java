package io.lasttab.core.jmx;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.LiveSettings;
import io.lasttab.core.report.ExitLog;
import io.lasttab.core.report.Reporter;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.settings.ApplicationSettings;
import io.lasttab.core.settings.Grace;
import io.lasttab.core.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The agent, for operators. */
final class AgentBean implements AgentMXBean {

    private final LiveSettings settings;
    private final List<ContainerReport> containers;
    private final Reaper reaper;
    private final ExitLog exitLog;
    private final Reporter notifier;

    AgentBean(
            LiveSettings settings,
            List<ContainerReport> containers,
            Reaper reaper,
            ExitLog exitLog,
            Reporter notifier) {
        this.settings = settings;
        this.containers = containers;
        this.reaper = reaper;
        this.exitLog = exitLog;
        this.notifier = notifier;
    }

    @Override
    public String getVersion() {
        return System.getProperty("io.lasttab.agent", "?"); // set by the gate, from the jar's manifest
    }

    @Override
    public String getSettingsSource() {
        return settings.inForce().source();
    }

    @Override
    public String getMode() {
        return settings.inForce().forAll().mode().toString();
    }

    @Override
    public Map<String, Long> getGracesMillis() {
        ApplicationSettings forAll = settings.inForce().forAll();
        Map<String, Long> graces = new TreeMap<>();
        for (Grace grace : Grace.values()) {
            graces.put(grace.name(), forAll.graceMillis(grace));
        }
        return graces;
    }

    @Override
    public String getLastReload() {
        return settings.lastReload();
    }

    @Override
    public List<String> getContainers() {
        List<String> lines = new ArrayList<>();
        for (ContainerReport container : containers) {
            String reason = container.reason().isEmpty() ? "" : " (" + container.reason() + ")";
            lines.add(container.name() + ": " + container.state() + reason + ", hooks "
                    + String.join(", ", container.hooks()));
        }
        return lines;
    }

    @Override
    public Map<String, Long> getFaults() {
        Map<String, Long> faults = new TreeMap<>(reaper.faults().counts());
        for (ContainerReport container : containers) {
            if (container.state() != ContainerReport.State.DOES_NOT_FIT) {
                container.hooks().forEach(hook -> faults.putIfAbsent(hook, 0L));
            }
            container.faults().forEach((hook, times) -> faults.merge(hook, times.get(), Long::sum));
        }
        return faults;
    }

    @Override
    public long getHeldUpMillis() {
        return reaper.heldUpMillis();
    }

    @Override
    public long getExitLinesLost() {
        return exitLog.lost();
    }

    @Override
    public long getNotificationsLost() {
        return notifier.dropped();
    }

    /** The error is thrown anew as one of the JDK's: a remote client cannot load a class of ours to show it. */
    @Override
    public String reload() {
        try {
            return settings.reload();
        } catch (SettingsException wrong) {
            throw new IllegalArgumentException("The settings stay as they are: " + wrong.getMessage());
        }
    }
}
