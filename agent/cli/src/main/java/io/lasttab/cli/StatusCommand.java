package io.lasttab.cli;

import java.util.ArrayList;
import java.util.List;

/** {@code status <pid>}: what the agent does in a server, once. */
final class StatusCommand {

    private StatusCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        try (Jvm jvm = Jvm.of(arguments.get(0));
                AgentView agent = AgentView.of(jvm)) {
            here.out().println("Lasttab " + jvm.agentVersion() + " in process " + jvm.pid() + ", " + jvm.program());
            lines(agent.agent()).forEach(here.out()::println);
            List<ApplicationView> applications = agent.applications();
            if (applications.isEmpty()) {
                here.out().println("No application was used yet.");
            }
            for (ApplicationView application : applications) {
                here.out().println();
                here.out().println(application.title());
                linesOfApplication(application.figures()).forEach(here.out()::println);
            }
            return CommandLine.DONE;
        }
    }

    static List<String> lines(Figures agent) {
        List<String> lines = new ArrayList<>();
        if (agent.has("SettingsSource")) {
            lines.add("Settings: " + agent.text("SettingsSource"));
        }
        agent.lines("Containers").forEach(lines::add);
        if (agent.has("Faults")) {
            lines.add("Faults: " + agent.countsInALine("Faults"));
        }
        return lines;
    }

    static List<String> linesOfApplication(Figures application) {
        List<String> lines = new ArrayList<>();
        String mode = application.text("Enabled").equals("false") ? "off" : application.text("Mode");
        if (!application.text("LeftAlone").isEmpty()) {
            mode = "left alone, " + application.text("LeftAlone");
        }
        lines.add("  mode             " + mode);
        lines.add("  sessions         " + application.shown("Sessions") + ", open pages "
                + application.shown("OpenPages"));
        lines.add("  exits            " + application.countsInALine("Exits"));
        if (application.has("SessionsSavedNow")) {
            lines.add("  saved now        " + application.shown("SessionsSavedNow"));
        }
        if (!application.counts("WouldHaveExited").isEmpty()) {
            lines.add("  would have ended " + application.countsInALine("WouldHaveExited"));
        }
        lines.add("  false expiries   " + application.countsInALine("FalseExpiries"));
        return lines;
    }
}
