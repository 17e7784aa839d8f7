package io.lasttab.core;

import io.lasttab.bridge.Adapter;

/** What the adapters of all containers have in common: what becomes of the applications when a hook fails. */
public abstract class ContainerAdapter extends Adapter {

    /** The container's applications, none of which is known yet. */
    protected final Applications applications = new Applications();

    /** Only subclasses make adapters. */
    protected ContainerAdapter() {}

    @Override
    public final void hookFailed() {
        applications.hookFailed();
    }

    @Override
    public final void givenUp() {
        applications.givenUp();
    }
}
