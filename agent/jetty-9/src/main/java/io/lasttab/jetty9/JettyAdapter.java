package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.ContainerAdapter;

/** Lasttab in one Jetty: its hooks, and the applications and requests that they share. */
public final class JettyAdapter extends ContainerAdapter {

    private final Requests requests = new Requests();
    private final Hook[] hooks = {
        new ScopeHook(new Contexts(applications), requests),
        new SessionUsedHook(applications, requests),
        new RequestOverHook(requests),
        new BodyHook(requests),
        new ErrorPageHook(requests),
        new SessionEndHook(applications),
        new SessionMissedHook(applications, requests)
    };

    /** Made by weave. */
    public JettyAdapter() {}

    @Override
    public Hook[] hooks() {
        return hooks.clone();
    }
}
