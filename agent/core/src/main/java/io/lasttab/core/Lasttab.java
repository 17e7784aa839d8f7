package io.lasttab.core;

import io.lasttab.bridge.AgentCore;
import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.report.ExitLog;
import io.lasttab.core.report.Reporter;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.settings.ApplicationSettings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The running agent: the settings, the reaper, the containers found. There is one in its class loader. Safe for use by
 * many threads.
 */
public final class Lasttab implements AgentCore {

    /** How often it is looked whether the settings file has changed; a change is taken over after two looks. */
    private static final long LOOK_MILLIS = 5_000;

    private static volatile Lasttab running;

    private final Reaper reaper = new Reaper();
    private final Reporter reporter = new Reporter("lasttab-reporter", "lines of the exit log");
    /** Listeners are code of others: one that hangs must hold up neither the exit log nor a change of the settings. */
    private final Reporter notifier =
            new Reporter("lasttab-notifications", "notifications by JMX (does a listener hang?)", reporter);

    private final long lookMillis;
    private final List<ContainerReport> containers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reaping = new AtomicBoolean();
    private volatile LiveSettings settings;
    private volatile ExitLog exitLog;
    private volatile Management management;
    private boolean stopped;
    private volatile boolean late;
    private volatile long attachedAt;

    /** Made by the service loader. */
    public Lasttab() {
        this(LOOK_MILLIS);
    }

    Lasttab(long lookMillis) {
        this.lookMillis = lookMillis;
    }

    /** The agent of this JVM; null before it was started. */
    public static Lasttab running() {
        return running;
    }

    @Override
    public void start(String arguments, boolean late) {
        settings = new LiveSettings(arguments, System.getProperties(), System.getenv());
        exitLog = new ExitLog(settings.inForce().exitLog(), reporter);
        this.late = late;
        attachedAt = reaper.now();
        reporter.countFaultsIn(reaper.faults());
        notifier.countFaultsIn(reaper.faults());
        reaper.faults().onFirst(kind -> notifier.report(() -> firstFault("Lasttab", kind)));
        running = this;
    }

    @Override
    public void containerFound(ContainerReport container) {
        containers.add(container);
        container.onFirstFault(hook -> notifier.report(() -> firstFault(container.name(), hook)));
        // On the thread that loads the server, which carries nothing of an application's.
        if (container.state() == ContainerReport.State.WOVEN && reaping.compareAndSet(false, true)) {
            if (settings.isFromFile()) {
                // On the reporter's thread, which may wait for a disk: the reaper's must not.
                reaper.every(lookMillis, () -> reporter.report(settings::reloadIfChanged));
            }
            reaper.start();
            reporter.start();
            notifier.start();
            exitLog.start();
        }
    }

    @Override
    public void show() {
        management();
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
            if (management != null) {
                management.stop();
            }
        }
        reaper.stop();
        notifier.stop();
        reporter.stop();
    }

    Application application(String host, String context, String path, SessionStore store) {
        ApplicationSettings first = settings.inForce().forContext(context);
        Application application = new Application(host, context, path, store, reaper, first);
        settings.add(application);
        if (exitLog.isOn()) {
            application.sessions().onExit(exit -> exitLog.add(host, context, exit));
            application.sessions().onFalseExpiry(falseExpiry -> exitLog.add(host, context, falseExpiry));
        }
        if (late) {
            // Requests that began before are not seen to run, nor the pages that they answer with.
            application.sessions().holdSince(attachedAt);
        }
        Management shown = management();
        if (shown != null) {
            shown.add(application);
        }
        return application;
    }

    void forget(Application application) {
        application.forget();
        settings.remove(application);
        Management shown = management();
        if (shown != null) {
            shown.remove(application);
        }
    }

    private void firstFault(String container, String hook) {
        Management awake = management; // not woken for this: the fault is counted and logged in any case
        if (awake != null) {
            awake.firstFault(container, hook);
        }
    }

    /**
     * Woken by the first application, never earlier: JMX awake before the server's own logging breaks some servers. Null when
     * the agent is stopped.
     */
    private synchronized Management management() {
        if (stopped) {
            return null;
        }
        if (management == null) {
            Management found = ServiceLoader.load(Management.class, Lasttab.class.getClassLoader())
                    .iterator()
                    .next();
            found.start(settings, containers, reaper, exitLog, notifier);
            management = found;
        }
        return management;
    }
}
