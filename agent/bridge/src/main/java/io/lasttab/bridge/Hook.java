package io.lasttab.bridge;

/**
 * What a container adapter does at one woven method. Each hook overrides the one shape that its advice calls; the others
 * keep their default, which always means "the container runs its own code, unchanged".
 *
 * <p>Called on the container's threads, often many times for one request: implementations must be safe for concurrent use
 * and must neither block nor allocate without a reason.
 */
public abstract class Hook {

    /** The shape of a hook that is not linked (yet, or any more): the container as it is without the agent. */
    public static final Hook NONE = new Hook() {};

    /** The class whose woven code finds it; null if it was made for none. */
    final Class<?> woven;

    /** Only subclasses make hooks. */
    protected Hook() {
        this(null);
    }

    /**
     * Only subclasses make hooks.
     *
     * @param woven the class that has it and calls it, by the bridge; null if another hook does
     */
    protected Hook(Class<?> woven) {
        this.woven = woven;
    }

    /**
     * Asks whether the agent has answered in the container's place.
     *
     * @return true if the woven method shall not do its work; false to let it run
     */
    public boolean intercept(Object self, Object first, Object second, Object third) {
        return false;
    }

    /**
     * Offers a value that the woven method is about to use.
     *
     * @return the value to use: {@code value} itself to change nothing
     */
    public Object replace(Object self, Object value) {
        return value;
    }

    /** Tells that something happens. */
    public void event(Object self, Object detail) {}
}
