package io.lasttab.gate;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The jar's other door, {@code java -jar lasttab-agent.jar}: opens the inside and hands the command line over. It runs on
 * Java 8 too, to say that what is behind it does not.
 */
public final class Main {

    private static final String COMMAND_LINE = "io.lasttab.cli.CommandLine";

    /** The commands' own exit status for what was refused or has failed. */
    private static final int FAILED = 1;

    private static final int OLDEST_JAVA = 11;

    private Main() {}

    /** Runs one command and ends this JVM with its exit status. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < OLDEST_JAVA) {
            Agent.say("needs Java " + OLDEST_JAVA + " or newer for its commands, and this is " + version + " in "
                    + System.getProperty("java.home") + "; the server may well run on an older one");
            System.exit(FAILED);
        }
        System.exit(run(Agent.jar(), arguments));
    }

    /** Below the system's loader, unlike in a server: the commands need the JDK's tools, and nobody else is here. */
    private static int run(File jar, String[] arguments) throws ReflectiveOperationException, IOException {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        try {
            return (Integer) new AgentLoader(jar, system, system)
                    .loadClass(COMMAND_LINE)
                    .getMethod("run", File.class, String[].class)
                    .invoke(null, jar, arguments);
        } catch (InvocationTargetException fault) {
            fault.getCause().printStackTrace();
            return FAILED;
        }
    }

    private static int feature(String version) {
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        int dot = feature.indexOf('.');
        return Integer.parseInt(dot < 0 ? feature : feature.substring(0, dot));
    }
}
