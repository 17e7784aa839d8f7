package io.lasttab.core.jmx;

import io.lasttab.bridge.ContainerReport;
import io.lasttab.core.Application;
import io.lasttab.core.LiveSettings;
import io.lasttab.core.Management;
import io.lasttab.core.report.ExitLog;
import io.lasttab.core.report.Reporter;
import io.lasttab.core.session.Reaper;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the MBeans in the platform's MBean server in step with the applications. A failure here is told, never thrown. */
public final class ManagementBeans implements Management {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementBeans.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Map<Application, ObjectName> names = new HashMap<>();
    private final Notifications faults = Notifications.ofFaults();
    private volatile Reporter notifier;
    private volatile ObjectName agent;
    private boolean stopped;

    /** Made by the service loader. */
    public ManagementBeans() {}

    @Override
    public synchronized void start(
            LiveSettings settings,
            List<ContainerReport> containers,
            Reaper reaper,
            ExitLog exitLog,
            Reporter notifierOfAll) {
        notifier = notifierOfAll;
        try {
            AgentBean bean = new AgentBean(settings, containers, reaper, exitLog, notifier);
            agent = register("io.lasttab:type=Agent", new DescribedBean<>(bean, AgentMXBean.class, faults));
        } catch (JMException | RuntimeException refused) {
            LOG.warn("The agent cannot be seen by JMX: {}", refused.toString());
        }
    }

    @Override
    public void firstFault(String container, String hook) {
        ObjectName source = agent;
        if (source != null) {
            faults.firstFault(source, container, hook);
        }
    }

    /** Where the name is taken (two servers in one JVM), a number is added to it. */
    @Override
    public synchronized void add(Application application) {
        if (stopped) {
            return;
        }
        String name = "io.lasttab:type=Application,host=" + quoted(application.host()) + ",context="
                + quoted(application.context());
        try {
            String free = name;
            for (int number = 2; server.isRegistered(new ObjectName(free)); number++) {
                free = name + ",number=" + number;
            }
            ExitFigures figures = new ExitFigures();
            Notifications notifications = Notifications.ofExits();
            ApplicationBean bean = new ApplicationBean(application, figures);
            ObjectName registered = register(free, new DescribedBean<>(bean, ApplicationMXBean.class, notifications));
            names.put(application, registered);
            application.sessions().onExit(exit -> {
                figures.add(exit);
                notifier.report(() -> notifications.exit(registered, exit));
            });
        } catch (JMException | RuntimeException refused) {
            LOG.warn("{} cannot be seen by JMX: {}", application.context(), refused.toString());
        }
    }

    @Override
    public synchronized void remove(Application application) {
        unregister(names.remove(application));
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        names.values().forEach(this::unregister);
        names.clear();
        unregister(agent);
    }

    private void unregister(ObjectName name) {
        if (name != null) {
            try {
                server.unregisterMBean(name);
            } catch (JMException | RuntimeException gone) {
                LOG.debug("{} was removed by somebody else", name, gone);
            }
        }
    }

    private ObjectName register(String name, DescribedBean<?> bean) throws JMException {
        return server.registerMBean(bean, new ObjectName(name)).getObjectName();
    }

    /** Quoted only if it must be, so that the usual names can be typed as they are. */
    private static String quoted(String value) {
        boolean plain = !value.isEmpty();
        for (int i = 0; i < value.length(); i++) {
            plain &= ",=:\"*?\n".indexOf(value.charAt(i)) < 0;
        }
        return plain ? value : ObjectName.quote(value);
    }
}
