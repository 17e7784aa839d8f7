package io.lasttab.weave;

import io.lasttab.bridge.Adapter;
import io.lasttab.bridge.Hook;

/** A hook whose faults stay in here: the container gets the answer that it would have had without the agent. */
final class ContainedHook extends Hook {

    @SuppressWarnings("UnusedVariable") // kept alive
    private final Adapter adapter;

    private final Hook hook;
    private final int id;
    private final WovenContainer container;

    /**
     * Makes a hook around another.
     *
     * @param woven the class that has it
     * @param adapter what the hook belongs to; kept by its hooks, and so by the woven classes, alone
     */
    ContainedHook(Class<?> woven, Adapter adapter, Hook hook, int id, WovenContainer container) {
        super(woven);
        this.adapter = adapter;
        this.hook = hook;
        this.id = id;
        this.container = container;
    }

    @Override
    public boolean intercept(Object self, Object first, Object second, Object third) {
        if (container.isGivenUp()) {
            return false;
        }
        try {
            return hook.intercept(self, first, second, third);
        } catch (Throwable fault) {
            container.hookFailed(id, fault);
            return false;
        }
    }

    /** Not silenced when the container is given up: a response whose length is corrected already must get its tag. */
    @Override
    public Object replace(Object self, Object value) {
        try {
            return hook.replace(self, value);
        } catch (Throwable fault) {
            container.hookFailed(id, fault);
            return value;
        }
    }

    /** Not silenced either: a request that is under way when the container is given up must be seen to end. */
    @Override
    public void event(Object self, Object detail) {
        try {
            hook.event(self, detail);
        } catch (Throwable fault) {
            container.hookFailed(id, fault);
        }
    }
}
