package io.lasttab.demo.live;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/** The agent as anyone in this JVM sees it: MBeans with names, attributes and operations, and no class of its own. */
final class Agent {

    private static final ObjectName ANYTHING = name("io.lasttab:*");
    private static final ObjectName APPLICATIONS = name("io.lasttab:type=Application,*");

    /** More rows than a person can watch; what lies beyond is in the totals. */
    private static final int SESSIONS_SHOWN = 100;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** Whether the agent has registered anything yet: it waits until there is something to tell. */
    boolean isSeen() {
        return !beans.queryNames(ANYTHING, null).isEmpty();
    }

    /** Every application that Lasttab watches, with its sessions and exits, ready to be written as JSON. */
    List<Map<String, Object>> applications() {
        List<Map<String, Object>> applications = new ArrayList<>();
        for (ObjectName name : names()) {
            try {
                if (Objects.equals(beans.getAttribute(name, "Enabled"), true)) {
                    applications.add(application(name));
                }
            } catch (JMException | RuntimeMBeanException e) {
                // Undeployed since the query: as if it had not been there.
            }
        }
        return applications;
    }

    /** Whether there was such a session, and it has been told to end. */
    boolean expire(String application, long number) {
        for (ObjectName name : names()) {
            if (name.getCanonicalName().equals(application)) {
                try {
                    Object[] arguments = {number};
                    return Objects.equals(
                            beans.invoke(name, "expire", arguments, new String[] {long.class.getName()}), true);
                } catch (JMException | RuntimeMBeanException e) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Sorted, so that the page does not shuffle its rows. */
    private Set<ObjectName> names() {
        return new TreeSet<>(beans.queryNames(APPLICATIONS, null));
    }

    private Map<String, Object> application(ObjectName name) throws JMException {
        Object[] page = {0, SESSIONS_SHOWN};
        String[] signature = {int.class.getName(), int.class.getName()};
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("name", name.getCanonicalName());
        application.put("context", context(name));
        application.put("mode", beans.getAttribute(name, "Mode"));
        application.put("sessions", beans.getAttribute(name, "Sessions"));
        application.put("openPages", beans.getAttribute(name, "OpenPages"));
        application.put("graceClosedMillis", beans.getAttribute(name, "GraceClosedMillis"));
        application.put("exits", OpenData.plain(beans.getAttribute(name, "Exits")));
        application.put("recentExits", OpenData.plain(beans.getAttribute(name, "RecentExits")));
        application.put("list", OpenData.plain(beans.invoke(name, "list", page, signature)));
        return application;
    }

    private static String context(ObjectName name) {
        String context = name.getKeyProperty("context");
        return context.startsWith("\"") ? ObjectName.unquote(context) : context;
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (JMException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
