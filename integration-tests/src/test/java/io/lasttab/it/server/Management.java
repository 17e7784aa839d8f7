package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What an operator sees of a server by JMX. */
public final class Management implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private Management(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    @SuppressWarnings("BanJNDI") // the only way to a JVM by port; the peer is a process of our own
    static Management connect(int port) {
        try {
            return new Management(JMXConnectorFactory.connect(
                    new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectName agent() {
        return name("io.lasttab:type=Agent");
    }

    /** A bean of the JVM itself. */
    public static ObjectName platform(String type) {
        return name("java.lang:type=" + type);
    }

    static ObjectName application(String host, String context) {
        return name("io.lasttab:type=Application,host=" + host + ",context=/" + context);
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public boolean has(ObjectName name) {
        try {
            return server.isRegistered(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that Lasttab shows. */
    public Set<ObjectName> ofLasttab() {
        return named("io.lasttab:*");
    }

    /** What is there by names of a pattern. */
    public Set<ObjectName> named(String pattern) {
        try {
            return server.queryNames(name(pattern), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All attributes that can be read; none if it is gone, as an application may be at any moment. */
    public Map<String, Object> everything(ObjectName name) {
        Map<String, Object> attributes = new TreeMap<>();
        try {
            String[] names = Stream.of(server.getMBeanInfo(name).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            for (Attribute attribute : server.getAttributes(name, names).asList()) {
                attributes.put(attribute.getName(), attribute.getValue());
            }
        } catch (InstanceNotFoundException gone) {
            return Map.of();
        } catch (JMException e) {
            throw new IllegalStateException(name.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attributes;
    }

    public Object get(ObjectName name, String attribute) {
        try {
            return server.getAttribute(name, attribute);
        } catch (JMException e) {
            throw new IllegalStateException(name + " " + attribute, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void set(ObjectName name, String attribute, Object value) {
        try {
            server.setAttribute(name, new Attribute(attribute, value));
        } catch (JMException e) {
            throw new IllegalStateException(name + " " + attribute, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A map from names to figures, as an MXBean shows it. */
    public Map<String, Long> figures(ObjectName name, String attribute) {
        Map<String, Long> figures = new TreeMap<>();
        for (Object row : ((TabularData) get(name, attribute)).values()) {
            CompositeData entry = (CompositeData) row;
            figures.put(entry.get("key").toString(), ((Number) entry.get("value")).longValue());
        }
        return figures;
    }

    public Object invoke(ObjectName name, String operation, Object[] arguments, String... types) {
        try {
            return server.invoke(name, operation, arguments, types);
        } catch (JMException e) {
            throw new IllegalStateException(name + " " + operation, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has notifications told from now on, on another thread. */
    public void listen(ObjectName name, NotificationListener listener) {
        try {
            server.addNotificationListener(name, listener, null, null);
        } catch (JMException e) {
            throw new IllegalStateException(name.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many threads of that name there are. */
    public long threads(String name) {
        CompositeData[] all = (CompositeData[]) invoke(
                name("java.lang:type=Threading"), "dumpAllThreads", new Object[] {false, false}, "boolean", "boolean");
        return Stream.of(all)
                .filter(thread -> thread.get("threadName").equals(name))
                .count();
    }

    /** Collects all garbage, and returns when that is done. */
    public void collect() {
        invoke(platform("Memory"), "gc", new Object[0]);
    }

    /** How many instances of a class are reachable, after a full collection. */
    public long instances(String className) {
        return instances().getOrDefault(className, 0L);
    }

    /** The same of every class that has any, by its name. */
    public Map<String, Long> instances() {
        String histogram = (String) invoke(
                name("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                String[].class.getName());
        Map<String, Long> instances = new TreeMap<>();
        histogram
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[0].endsWith(":"))
                .forEach(columns -> instances.merge(columns[3], Long.parseLong(columns[1]), Long::sum));
        return instances;
    }

    /** The names of the threads that run. */
    public List<String> threads() {
        ObjectName threading = name("java.lang:type=Threading");
        Object[] all = {get(threading, "AllThreadIds")};
        CompositeData[] threads = (CompositeData[]) invoke(threading, "getThreadInfo", all, long[].class.getName());
        // One may have ended meanwhile.
        return Stream.of(threads)
                .filter(Objects::nonNull)
                .map(thread -> (String) thread.get("threadName"))
                .toList();
    }

    /** The names of MBeans that match a pattern. */
    public Set<ObjectName> names(String pattern) {
        try {
            return server.queryNames(name(pattern), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
