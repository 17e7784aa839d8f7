package io.lasttab.gate;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.CodeSource;

/** The agent's entry: puts up the {@link Gate} and returns. */
public final class Agent {

    /** Set in a JVM that has the agent, to its version: a second copy sees it and stays out. */
    static final String PRESENT = "io.lasttab.agent";

    /** Set for the command line to read: the outcome of the last attach, or why it or a detach was refused. */
    static final String ANSWER = "io.lasttab.answer";

    /** What {@link #agentmain} is called with to take the agent out again. */
    static final String DETACH = "detach";

    private static final String DETACHED = "detached";

    private static Gate gate;

    private Agent() {}

    /**
     * Called by the JVM before the server's main class.
     *
     * @param arguments what stands behind {@code -javaagent:lasttab-agent.jar=}: the settings file; null if nothing does
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        try {
            install(arguments, instrumentation);
        } catch (Throwable fault) {
            say("is off, the server starts without it: " + fault);
        }
    }

    private static synchronized void install(String arguments, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        String present = System.getProperty(PRESENT);
        if (present != null) {
            say("is on the command line twice; this copy stays out, version " + present + " is at work");
            return;
        }
        Gate atStart = new Gate(arguments, instrumentation, jar(), false);
        System.setProperty(PRESENT, version());
        gate = atStart;
        atStart.open();
    }

    /**
     * Called by the JVM when somebody attaches to it while it runs. Throws nothing: the JVM would print it on the server's
     * standard error; whoever attaches reads the answer instead.
     *
     * @param arguments {@value #DETACH}, or the settings file; null or empty for none
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        String answer;
        try {
            answer = DETACH.equals(arguments) ? detach() : attach(arguments, instrumentation);
        } catch (Throwable fault) {
            answer = "failed: " + fault;
        }
        if (answer.equals(DETACHED)) {
            System.clearProperty(ANSWER); // nothing is to be seen of it any more
        } else {
            System.setProperty(ANSWER, answer);
        }
    }

    private static synchronized String attach(String arguments, Instrumentation instrumentation) throws IOException {
        String present = System.getProperty(PRESENT);
        if (present != null) {
            return "refused: version " + present + " is here already";
        }
        Gate late = new Gate(arguments, instrumentation, jar(), true);
        String refusal = late.openLate();
        if (refusal != null) {
            return "refused: " + refusal;
        }
        gate = late;
        System.setProperty(PRESENT, version());
        return "attached: " + late.outcome();
    }

    private static synchronized String detach() {
        if (gate == null) {
            return "refused: it is not here";
        }
        Gate leaving = gate;
        gate = null;
        String leftOver = leaving.leave();
        System.clearProperty(PRESENT);
        say("has left; the server runs as without it");
        return leftOver == null ? DETACHED : DETACHED + ": " + leftOver;
    }

    /** The jar that the agent was loaded from. */
    static File jar() {
        CodeSource source = Agent.class.getProtectionDomain().getCodeSource();
        String path = source == null ? "" : source.getLocation().getPath();
        File jar = new File(java.net.URI.create("file:" + path));
        if (!jar.isFile()) {
            throw new IllegalStateException("the agent must be a jar file of its own, but was loaded from " + path);
        }
        return jar;
    }

    private static String version() {
        String version = Agent.class.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }

    /** One line on standard error: no logging is awake yet, and the server's own must not be woken. */
    static void say(String line) {
        System.err.println("Lasttab " + line);
    }
}
