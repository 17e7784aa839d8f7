package io.lasttab.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What {@code top} shows, as lines: a row for each application, and below them the sessions whose countdown runs. */
final class Screen {

    private static final String LEAVING = "LEAVING";
    private static final String[] CAUSES = {
        "ORPHANED_CLOSED", "ORPHANED_LEFT", "ORPHANED_SENT_AWAY", "ORPHANED_LOST", "LOGOUT", "TIMEOUT"
    };

    private Screen() {}

    /** One application at one moment. */
    static final class Row {
        final String title;
        final Figures figures;
        final List<Figures> sessions;

        /** @param sessions null if there are too many to look at each */
        Row(String title, Figures figures, List<Figures> sessions) {
            this.title = title;
            this.figures = figures;
            this.sessions = sessions;
        }

        private String leaving() {
            return sessions == null
                    ? "-"
                    : Long.toString(sessions.stream()
                            .filter(session -> session.text("state").equals(LEAVING))
                            .count());
        }
    }

    /** @param most how many countdowns are shown at most */
    static List<String> lines(String head, List<Row> rows, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(head);
        lines.add("");
        if (rows.isEmpty()) {
            lines.add("No application was used yet.");
            return lines;
        }
        lines.addAll(applications(rows));
        lines.add("");
        lines.addAll(countdowns(rows, most));
        return lines;
    }

    private static List<String> applications(List<Row> rows) {
        TextTable table = new TextTable(
                "APPLICATION",
                "MODE",
                "SESSIONS",
                "PAGES",
                "LEAVING",
                "SAVED",
                "CLOSED",
                "LEFT",
                "SENT AWAY",
                "LOST",
                "LOGOUT",
                "TIMEOUT",
                "OTHER",
                "FALSE");
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.title,
                    mode(row.figures),
                    row.figures.shown("Sessions"),
                    row.figures.shown("OpenPages"),
                    row.leaving(),
                    row.figures.shown("SessionsSavedNow")));
            Map<String, Long> exits = row.figures.counts("Exits");
            long others = row.figures.sum("Exits");
            for (String cause : CAUSES) {
                long count = exits.getOrDefault(cause, 0L);
                others -= count;
                cells.add(Long.toString(count));
            }
            cells.add(Long.toString(others));
            cells.add(Long.toString(row.figures.sum("FalseExpiries")));
            table.add(cells.toArray(new String[0]));
        }
        return table.lines();
    }

    private static String mode(Figures application) {
        if (!application.text("LeftAlone").isEmpty()) {
            return "left alone";
        }
        return application.text("Enabled").equals("false") ? "off" : application.text("Mode");
    }

    private static List<String> countdowns(List<Row> rows, int most) {
        List<Countdown> running = new ArrayList<>();
        for (Row row : rows) {
            if (row.sessions != null) {
                for (Figures session : row.sessions) {
                    if (session.text("state").equals(LEAVING) && session.number("endsInMillis") >= 0) {
                        running.add(new Countdown(row.title, session));
                    }
                }
            }
        }
        Collections.sort(running);
        if (running.isEmpty()) {
            return List.of("No countdown runs.");
        }
        TextTable table = new TextTable("ENDS IN S", "SESSION", "AGE S", "APPLICATION");
        for (Countdown countdown : running.subList(0, Math.min(Math.max(0, most), running.size()))) {
            table.add(countdown.cells());
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (running.size() > most) {
            lines.add("and " + (running.size() - most) + " more");
        }
        return lines;
    }

    private static final class Countdown implements Comparable<Countdown> {
        private final String application;
        private final Figures session;

        Countdown(String application, Figures session) {
            this.application = application;
            this.session = session;
        }

        String[] cells() {
            return new String[] {seconds("endsInMillis"), session.text("maskedId"), seconds("ageMillis"), application};
        }

        private String seconds(String millis) {
            return Long.toString((session.number(millis) + 999) / 1000);
        }

        @Override
        public int compareTo(Countdown other) {
            return Long.compare(session.number("endsInMillis"), other.session.number("endsInMillis"));
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return session.hashCode();
        }
    }
}
