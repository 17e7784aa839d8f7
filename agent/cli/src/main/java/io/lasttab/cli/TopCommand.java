package io.lasttab.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code top <pid> [times]}: what the agent does in a server, again and again. */
final class TopCommand {

    private static final long SECONDS_BETWEEN = 2;

    /** To list more sessions than these would be work for the server. */
    private static final int MOST_SESSIONS = 2_000;

    private TopCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        long times = arguments.size() > 1 ? times(arguments.get(1)) : Long.MAX_VALUE;
        try (Jvm jvm = Jvm.of(arguments.get(0));
                AgentView agent = AgentView.of(jvm);
                Terminal terminal = new Terminal(here.out())) {
            String name = "Lasttab " + jvm.agentVersion();
            String server = " in process " + jvm.pid() + ", " + jvm.program();
            boolean isSeen = true;
            for (long shown = 0; shown < times && isSeen; shown++) {
                if (shown > 0) {
                    TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
                }
                List<Screen.Row> rows = rows(agent);
                String now = LocalTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_LOCAL_TIME);
                TerminalSize size = terminal.size();
                isSeen = terminal.show(
                        Screen.lines(name + " at " + now + server, rows, size.width(), size.height()), size);
            }
            return CommandLine.DONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CommandLine.DONE;
        }
    }

    private static long times(String word) throws Refusal {
        if (!word.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(
                    word + " does not say how many times: write a number from 1 on, or none to go on until Ctrl-C",
                    CommandLine.USAGE);
        }
        return Long.parseLong(word);
    }

    private static List<Screen.Row> rows(AgentView agent) throws Refusal {
        List<Screen.Row> rows = new ArrayList<>();
        for (ApplicationView application : agent.applications()) {
            boolean few = application.figures().number("Sessions") <= MOST_SESSIONS;
            rows.add(new Screen.Row(
                    application.title(), application.figures(), few ? application.sessions(MOST_SESSIONS) : null));
        }
        return rows;
    }
}
