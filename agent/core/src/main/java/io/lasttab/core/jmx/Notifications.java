package io.lasttab.core.jmx;

import io.lasttab.core.session.ExitInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;

/**
 * The notifications of one MBean. Their user data are maps from names to JDK types: a remote client has no class of ours.
 * Sends on the calling thread, where a listener may hang: only the notifier calls.
 */
final class Notifications extends NotificationBroadcasterSupport {

    /** A session has ended. */
    static final String EXIT = "io.lasttab.exit";

    /** A session would have been ended, but for observe mode. */
    static final String WOULD_HAVE_EXITED = "io.lasttab.would-have-exited";

    /** A hook, or something else in the agent, failed for the first time. */
    static final String FIRST_FAULT = "io.lasttab.first-fault";

    private final AtomicLong sequence = new AtomicLong();

    private Notifications(MBeanNotificationInfo info) {
        super(info);
    }

    static Notifications ofExits() {
        return new Notifications(new MBeanNotificationInfo(
                new String[] {EXIT, WOULD_HAVE_EXITED},
                Notification.class.getName(),
                "The end of a session; the user data have the fields of RecentExits."));
    }

    static Notifications ofFaults() {
        return new Notifications(
                new MBeanNotificationInfo(
                        new String[] {FIRST_FAULT},
                        Notification.class.getName(),
                        "A hook failed for the first time, and the fault stayed inside the agent; the user data name container and"
                                + " hook. Of a fault that is none of a hook's, they name Lasttab and what has failed, as in Faults."));
    }

    void exit(ObjectName source, ExitInfo exit) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("maskedId", exit.getMaskedId());
        data.put("cause", exit.getCause());
        data.put("ended", exit.isEnded());
        data.put("lifetimeMillis", exit.getLifetimeMillis());
        data.put("pages", exit.getPages());
        data.put("idleMillis", exit.getIdleMillis());
        data.put("departure", exit.getDeparture());
        data.put("wouldHaveEndedAtMillis", exit.getWouldHaveEndedAtMillis());
        send(source, exit.isEnded() ? EXIT : WOULD_HAVE_EXITED, exit.getTimeMillis(), exit.getCause(), data);
    }

    void firstFault(ObjectName source, String container, String hook) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("container", container);
        data.put("hook", hook);
        send(source, FIRST_FAULT, System.currentTimeMillis(), container + ": " + hook, data);
    }

    private void send(ObjectName source, String type, long timeMillis, String message, Map<String, Object> data) {
        Notification notification = new Notification(type, source, sequence.incrementAndGet(), timeMillis, message);
        notification.setUserData(data);
        sendNotification(notification);
    }
}
