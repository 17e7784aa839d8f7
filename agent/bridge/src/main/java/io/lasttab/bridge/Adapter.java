package io.lasttab.bridge;

import java.util.function.BiConsumer;

/**
 * One container family as the agent sees it: the code behind the hooks. Weave makes one adapter for each class loader that
 * holds the container's anchor class, by the public constructor without arguments.
 */
public abstract class Adapter {

    private volatile BiConsumer<String, Throwable> faultListener;

    /** Only subclasses make adapters. */
    protected Adapter() {}

    /**
     * Has faults told that this adapter contains itself, as the container calls it elsewhere than by a hook. The first listener
     * stays: it is that of the container, and any other one that of a part of it.
     *
     * @param listener gets where it happened, and the fault, on the thread on which it happened
     */
    public final synchronized void onFault(BiConsumer<String, Throwable> listener) {
        if (faultListener == null) {
            faultListener = listener;
        }
    }

    /**
     * Tells of a fault that was contained, so that it is counted and told like that of a hook. Throws nothing.
     *
     * @param where the container's method, as {@code Class.method}
     */
    protected final void contained(String where, Throwable fault) {
        BiConsumer<String, Throwable> listener = faultListener;
        try {
            if (listener != null) {
                listener.accept(where, fault);
            }
        } catch (Throwable again) {
            // No memory even for that; whoever calls must go on.
        }
    }

    /**
     * The hooks, by the id that the container's catalogue gives them.
     *
     * @return as many elements as the catalogue has hooks; no element is null
     */
    public abstract Hook[] hooks();

    /**
     * Tells that a hook threw. What it should have noted is lost, so for a while nothing that it would have known may be
     * taken for certain.
     */
    public abstract void hookFailed();

    /**
     * Tells that this container is given up, because a hook failed too often. From now on the adapter starts nothing new
     * and ends no session; what it has begun (a response whose length is already corrected) it finishes.
     */
    public abstract void givenUp();

    /**
     * Whether a response stands between two hooks of which the second must come, as the first has announced it to the
     * client. Asked once this container is given up, so that it can only become false.
     */
    public boolean isBetweenHooks() {
        return false;
    }

    /** Lets go of all that the container's own objects hold of this adapter. No hook is called any more. */
    public void leave() {}
}
