package io.lasttab.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the command, runs it, and says how it went: by exit status {@value #DONE} if it is done, {@value #FAILED} if it was
 * refused or has failed, {@value #USAGE} if the command line itself makes no sense; a report has one more,
 * {@link io.lasttab.report.Report#NOTHING}.
 */
public final class CommandLine {

    /** The command has done what it was asked for. */
    static final int DONE = 0;

    /** It could not be done, or what was looked at is not right; standard error says why. */
    static final int FAILED = 1;

    /** There is no such command, or it takes other arguments. */
    static final int USAGE = 2;

    private static final List<String> HELP = Arrays.asList("help", "--help", "-h");
    private static final List<String> VERSION = Arrays.asList("version", "--version");

    private CommandLine() {}

    /**
     * Runs one command.
     *
     * @param jar the agent's jar, which this code is in
     * @param arguments the command's name and what follows it; none to list servers
     * @return the exit status
     */
    public static int run(File jar, String[] arguments) {
        return run(new Surroundings(jar, System.out, System.err), Arrays.asList(arguments));
    }

    static int run(Surroundings here, List<String> words) {
        String word = words.isEmpty() ? Command.LIST.word() : words.get(0);
        if (HELP.contains(word)) {
            help(here.out());
            return DONE;
        }
        if (VERSION.contains(word)) {
            here.out().println("Lasttab " + here.version());
            return DONE;
        }
        Command command = Command.named(word);
        List<String> arguments = words.isEmpty() ? words : words.subList(1, words.size());
        if (command == null) {
            here.say("there is no command " + word + "; there are " + String.join(", ", Command.words()) + " and help");
            return USAGE;
        }
        if (!command.takes(arguments.size())) {
            here.say("write: " + command.usage());
            return USAGE;
        }
        try {
            return command.run(here, arguments);
        } catch (Refusal refused) {
            here.say(refused.getMessage());
            return refused.exitStatus();
        } catch (NoClassDefFoundError missing) {
            if (ModuleLayer.boot().findModule("jdk.attach").isPresent()) {
                throw missing;
            }
            here.say("the Java in " + System.getProperty("java.home")
                    + " has no module jdk.attach, as a JRE has none: run this command with the java of a JDK");
            return FAILED;
        }
    }

    private static void help(PrintStream out) {
        out.println("Lasttab ends a web session when its last tab closes. Commands for servers that run:");
        out.println();
        int width = 0;
        for (Command command : Command.values()) {
            width = Math.max(width, command.usage().length());
        }
        for (Command command : Command.values()) {
            out.printf("  java -jar lasttab-agent.jar %-" + width + "s  %s%n", command.usage(), command.purpose());
        }
        out.println();
        out.println("Exit status: 0 done, 1 refused or failed, 2 not a command, 3 nothing to report.");
    }
}
