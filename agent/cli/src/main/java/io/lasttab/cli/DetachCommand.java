package io.lasttab.cli;

import java.util.List;

/** {@code detach <pid>}: takes the agent out of a server, which goes on as without it. */
final class DetachCommand {

    /** As the agent's entry knows it. */
    private static final String DETACH = "detach";

    private DetachCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        try (Jvm jvm = Jvm.of(arguments.get(0))) {
            if (jvm.agentVersion() == null) {
                throw new Refusal("process " + jvm.pid() + " does not have the agent");
            }
            jvm.callAgent(here.jar(), DETACH);
            if (jvm.agentVersion() != null) {
                throw new Refusal("the agent is still in process " + jvm.pid() + ": " + Answer.of(jvm));
            }
            String leftOver = jvm.answer();
            here.out()
                    .println("Lasttab has left process " + jvm.pid() + ", " + jvm.program()
                            + (leftOver == null ? "" : "; " + Answer.withoutOutcome(leftOver)));
            return CommandLine.DONE;
        }
    }
}
