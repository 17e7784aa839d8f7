package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import io.lasttab.core.ContainerAdapter;

/** Lasttab in one Tomcat: its hooks, and the applications that they share. */
public final class TomcatAdapter extends ContainerAdapter {

    private final Hook[] hooks = {
        new RequestParsedHook(new Contexts(applications)),
        new SessionUsedHook(),
        new RequestOverHook(),
        new CommitHook(),
        new BodyHook(),
        new SessionEndHook(applications)
    };

    /** Made by weave. */
    public TomcatAdapter() {}

    @Override
    public Hook[] hooks() {
        return hooks.clone();
    }

    @Override
    public boolean isBetweenHooks() {
        return RequestNotes.isOneBetweenHooks();
    }

    @Override
    public void leave() {
        RequestNotes.leave();
    }
}
