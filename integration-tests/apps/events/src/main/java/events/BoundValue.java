package events;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.Serializable;

/** An attribute that wants to know when its session lets go of it. */
class BoundValue implements HttpSessionBindingListener, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        EventLog.add("unbound", event.getSession().getId());
    }
}
