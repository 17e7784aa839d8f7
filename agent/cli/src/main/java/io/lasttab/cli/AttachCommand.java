package io.lasttab.cli;

import io.lasttab.core.settings.Settings;
import java.io.File;
import java.util.List;

/** {@code attach <pid> [settings file]}: brings the agent into a server that runs. */
final class AttachCommand {

    private AttachCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        String settings = "";
        if (arguments.size() > 1) {
            settings = new File(arguments.get(1)).getAbsolutePath(); // the server runs in another folder
            List<String> problems = Settings.problemsIn(settings);
            if (!problems.isEmpty()) {
                problems.forEach(here::say);
                return CommandLine.FAILED;
            }
        }
        try (Jvm jvm = Jvm.of(arguments.get(0))) {
            String present = jvm.agentVersion();
            if (present != null) {
                throw new Refusal("process " + jvm.pid() + " has the agent already, version " + present
                        + "; to attach it with other settings, detach it first");
            }
            jvm.callAgent(here.jar(), settings);
            String version = jvm.agentVersion();
            if (version == null) {
                throw new Refusal("process " + jvm.pid() + " goes on without the agent: " + Answer.of(jvm));
            }
            here.out()
                    .println("Lasttab " + version + " is in process " + jvm.pid() + ", " + jvm.program() + ": "
                            + Answer.of(jvm));
            here.out().println("What was open before is unknown, so no session is ended until grace.lost has passed.");
            if (!version.equals(here.version())) {
                here.out()
                        .println("That is the version that this JVM has met first. A restart is needed for "
                                + here.version() + ".");
            }
            return CommandLine.DONE;
        }
    }
}
