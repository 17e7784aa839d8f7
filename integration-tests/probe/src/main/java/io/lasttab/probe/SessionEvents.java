package io.lasttab.probe;

import javax.servlet.annotation.WebListener;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionIdListener;
import javax.servlet.http.HttpSessionListener;

/** Logs the life of every session; each carries an attribute that logs its own end. */
@WebListener
public class SessionEvents implements HttpSessionListener, HttpSessionIdListener {
    @Override
    public void sessionCreated(HttpSessionEvent event) {
        EventLog.add("created", event.getSession().getId());
        event.getSession().setAttribute("bound", new BoundValue());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        EventLog.add("destroyed", event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        EventLog.add("renamed:" + event.getSession().getId(), oldId);
    }
}
