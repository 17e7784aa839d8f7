package io.lasttab.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code top <pid> [times]}: what the agent does in a server, again and again. */
final class TopCommand {

    private static final long SECONDS_BETWEEN = 2;

    /** To list more sessions than these would be work for the server. */
    private static final int MOST_SESSIONS = 2_000;

    /** Head, column heads and the empty lines between. */
    private static final int OTHER_LINES = 6;

    private static final int MOST_COUNTDOWNS = 20;

    private TopCommand() {}

    static int run(Surroundings here, List<String> arguments) throws Refusal {
        long times = arguments.size() > 1 ? times(arguments.get(1)) : Long.MAX_VALUE;
        try (Jvm jvm = Jvm.of(arguments.get(0));
                AgentView agent = AgentView.of(jvm);
                Terminal terminal = new Terminal(here.out())) {
            String title = "Lasttab " + jvm.agentVersion() + " in process " + jvm.pid() + ", " + jvm.program();
            for (long shown = 0; shown < times; shown++) {
                if (shown > 0) {
                    TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
                }
                List<Screen.Row> rows = rows(agent);
                int room = Math.min(MOST_COUNTDOWNS, terminal.height() - OTHER_LINES - rows.size());
                String head =
                        title + ", " + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
                terminal.show(Screen.lines(head, rows, room));
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
