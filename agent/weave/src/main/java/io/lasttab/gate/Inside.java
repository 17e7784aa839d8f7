package io.lasttab.gate;

import java.lang.instrument.ClassFileTransformer;

/** The agent's inside as the gate sees it, which cannot name what lives behind it. */
public interface Inside extends ClassFileTransformer {

    /**
     * Whether a class that was loaded without hooks is one of a container that fits. Gets all ready that it needs, so that
     * what can go wrong does so before anything is woven.
     */
    boolean isToBeWoven(Class<?> loaded);

    /** Whether a class has got its hooks. */
    boolean isWoven(Class<?> loaded);

    /** Shows the agent to operators at once: the server's own logging and JMX are awake. */
    void show();

    /** What became of the containers found: one line for operators; empty if there are none. */
    String outcome();

    /**
     * Begins nothing new, ends no session any more, and waits until the hooks can be taken away without harm to a response that
     * is on its way: some seconds at most.
     */
    void settle();

    /** Goes to sleep for ever: lets go of the classes, ends all threads, shows nothing. */
    void close(Class<?>... woven);
}
