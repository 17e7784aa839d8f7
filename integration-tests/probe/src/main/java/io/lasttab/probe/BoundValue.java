package io.lasttab.probe;

import java.io.Serializable;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;

/** An attribute that wants to know when its session lets go of it. */
public class BoundValue implements HttpSessionBindingListener, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        EventLog.add("bound", event.getSession().getId());
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        EventLog.add("unbound", event.getSession().getId());
    }
}
