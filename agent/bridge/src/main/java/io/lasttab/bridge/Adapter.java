package io.lasttab.bridge;

/**
 * One container family as the agent sees it: the code behind the hooks. Weave makes one adapter for each class loader that
 * holds the container's anchor class, by the public constructor without arguments.
 */
public abstract class Adapter {

    /** Only subclasses make adapters. */
    protected Adapter() {}

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
