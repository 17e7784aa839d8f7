package io.lasttab.core;

import io.lasttab.bridge.AgentCore;
import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.report.ExitLog;
import io.lasttab.core.report.Reporter;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.settings.Settings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The running agent: the settings, the reaper, the containers found. There is one in its class loader. Safe for use by
 * many threads.
 */
public final class Lasttab implements AgentCore {

    private static volatile Lasttab running;

    private final Reaper reaper = new Reaper();
    private final Reporter reporter = new Reporter();
    private final List<ContainerReport> containers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reaping = new AtomicBoolean();
    private volatile Settings settings;
    private volatile ExitLog exitLog;
    private volatile Management management;

    /** Made by the service loader. */
    public Lasttab() {}

    /** The agent of this JVM; null before it was started. */
    public static Lasttab running() {
        return running;
    }

    @Override
    public void start(String arguments) {
        settings = Settings.load(arguments, System.getProperties(), System.getenv());
        exitLog = new ExitLog(settings.exitLog(), reporter);
        running = this;
    }

    @Override
    public void containerFound(ContainerReport container) {
        containers.add(container);
        container.onFirstFault(hook -> reporter.report(() -> firstFault(container.name(), hook)));
        // On the thread that loads the server, which carries nothing of an application's.
        if (container.state() == ContainerReport.State.WOVEN && reaping.compareAndSet(false, true)) {
            reaper.start();
            reporter.start();
            exitLog.start();
        }
    }

    Application application(String host, String context, String path, SessionStore store) {
        Application application = new Application(host, context, path, store, reaper, settings.forContext(context));
        if (exitLog.isOn()) {
            application.sessions().onExit(exit -> exitLog.add(host, context, exit));
        }
        management().add(application);
        return application;
    }

    void forget(Application application) {
        management().remove(application);
    }

    private void firstFault(String container, String hook) {
        Management awake = management; // not woken for this: the fault is counted and logged in any case
        if (awake != null) {
            awake.firstFault(container, hook);
        }
    }

    /** Woken by the first application, never earlier: JMX awake before the server's own logging breaks some servers. */
    private synchronized Management management() {
        if (management == null) {
            Management found = ServiceLoader.load(Management.class, Lasttab.class.getClassLoader())
                    .iterator()
                    .next();
            found.start(settings.source(), containers, reaper, exitLog, reporter);
            management = found;
        }
        return management;
    }
}
