package io.lasttab.core.jmx;

import io.lasttab.core.Application;
import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.SessionInfo;
import io.lasttab.core.settings.Grace;
import io.lasttab.core.settings.Key;
import io.lasttab.core.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** One application, for operators. */
final class ApplicationBean implements ApplicationMXBean {

    private final Application application;
    private final ExitFigures exitFigures;
    private volatile long countedSinceMillis = System.currentTimeMillis();

    ApplicationBean(Application application, ExitFigures exitFigures) {
        this.application = application;
        this.exitFigures = exitFigures;
    }

    @Override
    public boolean isEnabled() {
        return application.settings().enabled();
    }

    @Override
    public void setEnabled(boolean enabled) {
        set(Key.ENABLED, Boolean.toString(enabled));
    }

    @Override
    public String getLeftAlone() {
        return application.leftAlone();
    }

    @Override
    public String getMode() {
        return application.settings().mode().toString();
    }

    @Override
    public void setMode(String mode) {
        set(Key.MODE, mode);
    }

    @Override
    public long getGraceClosedMillis() {
        return application.settings().graceMillis(Grace.CLOSED);
    }

    @Override
    public void setGraceClosedMillis(long millis) {
        set(Key.GRACE_CLOSED, millis + "ms");
    }

    @Override
    public long getGraceLeftMillis() {
        return application.settings().graceMillis(Grace.LEFT);
    }

    @Override
    public void setGraceLeftMillis(long millis) {
        set(Key.GRACE_LEFT, millis + "ms");
    }

    @Override
    public long getGraceSentAwayMillis() {
        return application.settings().graceMillis(Grace.SENT_AWAY);
    }

    @Override
    public void setGraceSentAwayMillis(long millis) {
        set(Key.GRACE_SENT_AWAY, millis + "ms");
    }

    @Override
    public long getGraceLostMillis() {
        return application.settings().graceMillis(Grace.LOST);
    }

    @Override
    public void setGraceLostMillis(long millis) {
        set(Key.GRACE_LOST, millis + "ms");
    }

    @Override
    public String getOwnHosts() {
        return application.settings().ownHosts();
    }

    @Override
    public void setOwnHosts(String hosts) {
        set(Key.OWN_HOSTS, hosts);
    }

    @Override
    public String getAwayHosts() {
        return application.settings().awayHosts();
    }

    @Override
    public void setAwayHosts(String hosts) {
        set(Key.AWAY_HOSTS, hosts);
    }

    /** The error is thrown anew as one of the JDK's: a remote client cannot load a class of ours to show it. */
    private void set(Key key, String value) {
        try {
            application.change(key, value);
        } catch (SettingsException wrong) {
            throw new IllegalArgumentException(wrong.getMessage());
        }
    }

    @Override
    public Map<String, String> getSetByHand() {
        Map<String, String> byName = new TreeMap<>();
        application.setByHand().forEach((key, value) -> byName.put(key.keyName(), value));
        return byName;
    }

    @Override
    public int getSessions() {
        return application.sessions().count();
    }

    @Override
    public Map<String, Long> getSessionsByState() {
        Map<String, Long> byName = new TreeMap<>();
        application.sessions().countsByState().forEach((state, count) -> byName.put(state.name(), count));
        return byName;
    }

    @Override
    public int getOpenPages() {
        return application.sessions().openPages();
    }

    @Override
    public Map<String, Long> getExits() {
        return counts(application.sessions().exits());
    }

    @Override
    public Map<String, Long> getWouldHaveExited() {
        return counts(application.sessions().wouldHaveExited());
    }

    @Override
    public Map<String, Long> getFalseExpiries() {
        return counts(application.sessions().falseExpiries());
    }

    @Override
    public Map<String, Long> getWouldHaveBeenFalse() {
        return counts(application.sessions().wouldHaveBeenFalse());
    }

    @Override
    public long getSessionsSavedNow() {
        return exitFigures.savedNow();
    }

    @Override
    public Map<String, Long> getExitsByLifetimeSeconds() {
        return exitFigures.lifetimeSeconds();
    }

    @Override
    public Map<String, Long> getExitsByPages() {
        return exitFigures.pages();
    }

    @Override
    public long getFailedExpiries() {
        return application.sessions().failedExpiries();
    }

    @Override
    public Map<String, Long> getInjections() {
        Map<String, Long> injections = counts(application.skipped());
        injections.put("INJECTED", application.injected());
        return injections;
    }

    @Override
    public Map<String, Long> getBeacons() {
        return counts(application.endpoint().outcomes());
    }

    private static Map<String, Long> counts(Map<? extends Enum<?>, LongAdder> counters) {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((what, count) -> counts.put(what.name(), count.sum()));
        return counts;
    }

    @Override
    public List<ExitInfo> getRecentExits() {
        return application.sessions().recentExits();
    }

    @Override
    public List<SessionInfo> list(int offset, int limit) {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "list(" + offset + ", " + limit + "): the offset counts from 0, the limit from 1");
        }
        return application.sessions().list(offset, limit);
    }

    @Override
    public boolean expire(long number) {
        return application.sessions().expire(number);
    }

    @Override
    public long getCountedSinceMillis() {
        return countedSinceMillis;
    }

    @Override
    public void resetCounters() {
        application.resetCounters();
        exitFigures.reset();
        countedSinceMillis = System.currentTimeMillis();
    }

    @Override
    public void enable() {
        setEnabled(true);
    }

    @Override
    public void disable() {
        setEnabled(false);
    }

    @Override
    public void observe() {
        setMode("observe");
    }

    @Override
    public void enforce() {
        setMode("enforce");
    }
}
