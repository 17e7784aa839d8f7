package io.lasttab.probe;

import javax.servlet.annotation.WebListener;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionIdListener;
import javax.servlet.http.HttpSessionListener;

/** Logs the life of every session; each carries an attribute that logs its own end. */
@WebListener
public class SessionEvents implements HttpSessionListener, HttpSessionIdListener {
    /** Begins the names of system properties that count the ends of each session: they outlive the application. */
    static final String ENDS = "probe.ends:";

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        EventLog.add("created", event.getSession().getId());
        event.getSession().setAttribute("bound", new BoundValue());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        EventLog.add("destroyed", event.getSession().getId());
        count(event.getSession());
        HardEnd.of(event.getSession());
    }

    private static void count(HttpSession session) {
        String name = ENDS + session.getServletContext().getContextPath() + ":" + session.getId();
        synchronized (System.getProperties()) {
            System.setProperty(name, Integer.toString(Integer.getInteger(name, 0) + 1));
        }
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        EventLog.add("renamed:" + event.getSession().getId(), oldId);
    }
}
