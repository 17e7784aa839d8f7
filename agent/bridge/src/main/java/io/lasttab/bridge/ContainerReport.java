package io.lasttab.bridge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What became of one container in this JVM: read by JMX, written by weave. Safe for use by many threads. */
public final class ContainerReport {

    /** How it stands with the container. */
    public enum State {
        /** It fits and all its hooks are, or will be, woven as its classes load. */
        WOVEN,
        /** Something that the hooks need is not there; the container was left alone. */
        DOES_NOT_FIT,
        /** A hook failed too often; the container runs on as without the agent. */
        GIVEN_UP
    }

    private final String name;
    private final List<String> hooks;
    private final Map<String, AtomicLong> faults = new ConcurrentHashMap<>();
    private volatile State state;
    private volatile String reason = "";
    private volatile Consumer<String> firstFaultListener;

    /**
     * Makes a report of a container that fits.
     *
     * @param name the container's name, as users say it
     * @param hooks the woven methods, as {@code Class.method}
     */
    public ContainerReport(String name, List<String> hooks) {
        this.name = name;
        this.hooks = Collections.unmodifiableList(hooks);
        this.state = State.WOVEN;
    }

    /** Notes that the container is left alone from now on, and why (one line). */
    public void leftAlone(State state, String reason) {
        this.reason = reason;
        this.state = state;
    }

    /**
     * Counts a fault of a hook.
     *
     * @return how often this hook has failed, this time included
     */
    public long fault(String hook) {
        long times = faults.computeIfAbsent(hook, any -> new AtomicLong()).incrementAndGet();
        Consumer<String> listener = firstFaultListener;
        if (times == 1 && listener != null) {
            listener.accept(hook);
        }
        return times;
    }

    /**
     * Has each hook's first fault told from now on.
     *
     * @param listener called with the hook, where it failed: it must neither wait nor throw
     */
    public void onFirstFault(Consumer<String> listener) {
        firstFaultListener = listener;
    }

    /** The container's name, as users say it. */
    public String name() {
        return name;
    }

    /** The woven methods, as {@code Class.method}. */
    public List<String> hooks() {
        return hooks;
    }

    /** How it stands with the container. */
    public State state() {
        return state;
    }

    /** Why the container was left alone; empty if it was not. */
    public String reason() {
        return reason;
    }

    /** Faults by hook, since the start; hooks that never failed are absent. */
    public Map<String, AtomicLong> faults() {
        return Collections.unmodifiableMap(faults);
    }
}
