package io.lasttab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands, a line for each. */
enum Command {
    LIST("", 0, 0, "shows the JVMs in which a servlet container runs; the command if there is none", ListCommand::run),
    ATTACH("<pid> [settings file]", 1, 2, "brings the agent into a server that runs", AttachCommand::run),
    DETACH("<pid>", 1, 1, "takes it out again", DetachCommand::run),
    STATUS("<pid>", 1, 1, "says what the agent does in a server", StatusCommand::run),
    TOP("<pid> [times]", 1, 2, "goes on saying so, until Ctrl-C or so many times", TopCommand::run),
    CHECK("<settings file>", 1, 1, "says what is wrong with a settings file", CheckCommand::run),
    REPORT("<exit log>... -o <page>", 1, 1_000, "makes a page of charts; report --help tells more", ReportCommand::run);

    /** What a command does. */
    private interface Action {
        /** @return the exit status */
        int run(Surroundings here, List<String> arguments) throws Refusal;
    }

    private final String arguments;
    private final int least;
    private final int most;
    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final Action action;

    Command(String arguments, int least, int most, String purpose, Action action) {
        this.arguments = arguments;
        this.least = least;
        this.most = most;
        this.purpose = purpose;
        this.action = action;
    }

    /** The command of that name; null if there is none. */
    static Command named(String word) {
        for (Command command : values()) {
            if (command.word().equals(word)) {
                return command;
            }
        }
        return null;
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Command command : values()) {
            words.add(command.word());
        }
        return words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int count) {
        return count >= least && count <= most;
    }

    String usage() {
        return arguments.isEmpty() ? word() : word() + " " + arguments;
    }

    String purpose() {
        return purpose;
    }

    int run(Surroundings here, List<String> given) throws Refusal {
        return action.run(here, given);
    }
}
