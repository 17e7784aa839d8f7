package io.lasttab.gate;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.CodeSource;

/** The agent's entry: puts up the {@link Gate} and returns. */
public final class Agent {

    /** Set in a JVM that has the agent, to its version: a second copy sees it and stays out. */
    static final String PRESENT = "io.lasttab.agent";

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

    private static void install(String arguments, Instrumentation instrumentation)
            throws java.io.IOException, UnmodifiableClassException {
        String present = System.getProperty(PRESENT);
        if (present != null) {
            say("is on the command line twice; this copy stays out, version " + present + " is at work");
            return;
        }
        Gate gate = new Gate(arguments, instrumentation, jar());
        System.setProperty(PRESENT, version());
        instrumentation.addTransformer(gate, true);
        gate.openFor(instrumentation.getAllLoadedClasses());
    }

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
