package io.lasttab.cli;

import io.lasttab.core.settings.Settings;
import java.util.List;

/** {@code check <settings file>}: with the code that the agent itself reads settings with. */
final class CheckCommand {

    private CheckCommand() {}

    static int run(Surroundings here, List<String> arguments) {
        if (arguments.get(0).trim().isEmpty()) {
            here.say("the name of the settings file is empty");
            return CommandLine.USAGE;
        }
        List<String> problems = Settings.problemsIn(arguments.get(0));
        problems.forEach(here::say);
        if (problems.isEmpty()) {
            here.out().println(arguments.get(0) + " is right");
            return CommandLine.DONE;
        }
        return CommandLine.FAILED;
    }
}
