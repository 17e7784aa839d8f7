package io.lasttab.tomcat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.PersistentManagerBase;
import org.apache.catalina.session.StandardManager;

/**
 * Looks sessions up without touching them. {@code Manager.findSession} will not do: in a persistent manager it moves the
 * access time ({@code PersistentManagerBase.findSession}), and others may load the session from afar.
 */
final class ResidentSessions {

    private static final MethodHandle SESSIONS = sessionsField();

    private ResidentSessions() {}

    private static MethodHandle sessionsField() {
        try {
            Field field = ManagerBase.class.getDeclaredField("sessions");
            field.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(field);
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException("Tomcat's ManagerBase keeps its sessions elsewhere", unfit);
        }
    }

    /** The session with that id, if it is in the manager's memory; else null. */
    @SuppressWarnings("unchecked")
    static Session find(Manager manager, String id) {
        if (id == null || !(manager instanceof ManagerBase)) {
            return null;
        }
        try {
            return ((Map<String, Session>) SESSIONS.invokeExact((ManagerBase) manager)).get(id);
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /**
     * Whether all requests for the manager's sessions come to this server. A cluster's manager, and those that keep sessions
     * in a store for many servers, would have a session ended here whose pages speak elsewhere.
     */
    static boolean areLocal(Manager manager) {
        return manager == null || manager instanceof StandardManager || manager instanceof PersistentManagerBase;
    }

    /** Whether a session that {@link #find} does not find is certainly over: only where memory is all there is. */
    static boolean isComplete(Manager manager) {
        return manager != null && manager.getClass() == StandardManager.class;
    }
}
