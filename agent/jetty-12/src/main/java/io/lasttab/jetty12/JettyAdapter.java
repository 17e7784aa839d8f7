package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.ContainerAdapter;

/** Lasttab in one Jetty 12: its hooks, and the applications that they share. */
public final class JettyAdapter extends ContainerAdapter {

    private final Contexts contexts = new Contexts(applications, this::contained);
    private final Hook inner = new InnerResponseHook();
    private final Hook[] hooks = {
        new OwnRequestHook(contexts),
        new RequestHook(contexts),
        new RequestMarkHook(contexts),
        new SessionUsedHook(contexts),
        new SessionMadeHook(contexts),
        new SessionEndHook(contexts),
        inner, // ee8
        inner, // ee9
        inner, // ee10
        inner // ee11
    };

    /** Made by weave. */
    public JettyAdapter() {}

    @Override
    public Hook[] hooks() {
        return hooks.clone();
    }
}
