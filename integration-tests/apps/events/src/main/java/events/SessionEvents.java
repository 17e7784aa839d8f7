package events;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Logs the life of every session; each carries an attribute that logs its own end. */
@WebListener
public class SessionEvents implements HttpSessionListener {
    @Override
    public void sessionCreated(HttpSessionEvent event) {
        EventLog.add("created", event.getSession().getId());
        event.getSession().setAttribute("bound", new BoundValue());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        EventLog.add("destroyed", event.getSession().getId());
    }
}
