package io.lasttab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The agent in a server as JMX shows it. Whatever attribute the agent's version does not have is left out. */
final class AgentView implements AutoCloseable {

    private static final String AGENT = "io.lasttab:type=Agent";
    private static final String APPLICATIONS = "io.lasttab:type=Application,*";

    private final String pid;
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private AgentView(String pid, JMXConnector connector, MBeanServerConnection server) {
        this.pid = pid;
        this.connector = connector;
        this.server = server;
    }

    /** Opens a view of the agent in a JVM. */
    @SuppressWarnings("BanJNDI") // the JDK's way to a JVM of this machine, whose address comes from that JVM itself
    static AgentView of(Jvm jvm) throws Refusal {
        if (jvm.agentVersion() == null) {
            throw new Refusal(
                    "process " + jvm.pid() + " does not have the agent: attach it, or start it with -javaagent");
        }
        try {
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(jvm.managementAddress()));
            return new AgentView(jvm.pid(), connector, connector.getMBeanServerConnection());
        } catch (IOException | SecurityException failed) {
            throw new Refusal("process " + jvm.pid() + " does not answer by JMX: " + failed);
        }
    }

    /** What the agent tells of itself; empty before the first application was used. */
    Figures agent() throws Refusal {
        try {
            return figures(new ObjectName(AGENT));
        } catch (InstanceNotFoundException notYet) {
            return new Figures(Collections.emptyMap());
        } catch (JMException | IOException failed) {
            throw lost(failed);
        }
    }

    /** What it tells of each application, by host and context. */
    List<ApplicationView> applications() throws Refusal {
        try {
            Map<String, ApplicationView> views = new TreeMap<>();
            for (ObjectName name : server.queryNames(new ObjectName(APPLICATIONS), null)) {
                Figures figures = figuresIfThere(name);
                if (figures != null) {
                    views.put(name.getCanonicalName(), new ApplicationView(name, figures, this));
                }
            }
            return new ArrayList<>(views.values());
        } catch (JMException | IOException failed) {
            throw lost(failed);
        }
    }

    /** Null if the application was undeployed meanwhile. */
    private Figures figuresIfThere(ObjectName name) throws JMException, IOException {
        try {
            return figures(name);
        } catch (InstanceNotFoundException undeployedMeanwhile) {
            return null;
        }
    }

    private Figures figures(ObjectName name) throws JMException, IOException {
        return new Figures(MBeanAttributes.read(server, name));
    }

    /** Some of an application's sessions, oldest first; none if the application is gone meanwhile. */
    List<Figures> sessions(ObjectName application, int most) throws Refusal {
        try {
            Object[] all = {0, most};
            String[] types = {"int", "int"};
            return Figures.rows(server.invoke(application, "list", all, types));
        } catch (InstanceNotFoundException undeployedMeanwhile) {
            return Collections.emptyList();
        } catch (JMException | IOException failed) {
            throw lost(failed);
        }
    }

    private Refusal lost(Exception fault) {
        return new Refusal("process " + pid + " does not answer any more: " + fault);
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            return; // nothing is left to close
        }
    }
}
