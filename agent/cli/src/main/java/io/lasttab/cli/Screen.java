package io.lasttab.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code top} shows, as lines: a row for each application, and below them the sessions whose countdown runs. Where a
 * row does not fit, it is broken in two; what still does not fit is left out, and how much that is stands there.
 */
final class Screen {

    private static final String LEAVING = "LEAVING";
    private static final String[] CAUSES = {
        "ORPHANED_CLOSED", "ORPHANED_LEFT", "ORPHANED_SENT_AWAY", "ORPHANED_LOST", "LOGOUT", "TIMEOUT"
    };
    private static final List<String> NOW = List.of("APPLICATION", "MODE", "SESSIONS", "PAGES", "LEAVING", "SAVED");
    private static final List<String> SINCE =
            List.of("CLOSED", "LEFT", "AWAY", "LOST", "LOGOUT", "TIMEOUT", "OTHER", "FALSE");

    /** A long list moves too much to be read. */
    private static final int MOST_COUNTDOWNS = 20;

    /** Kept for countdowns where there are too many applications. */
    private static final int LEAST_COUNTDOWNS = 3;

    /** Of a name that does not fit. */
    private static final int SHORTEST_NAME = 12;

    private final List<Row> rows;
    private final List<Countdown> countdowns = new ArrayList<>();
    private final int width;
    private final int height;

    private Screen(List<Row> rows, int width, int height) {
        this.rows = rows;
        this.width = width;
        this.height = height;
        rows.forEach(row -> row.addCountdowns(countdowns));
        Collections.sort(countdowns);
    }

    /**
     * The lines, none of which need be longer than the width.
     *
     * @param width how many columns there are
     * @param height how many lines there are; one that is ridiculously small is taken for somewhat larger
     */
    static List<Line> lines(String title, List<Row> rows, int width, int height) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Line.Kind.TITLE, title));
        lines.add(Line.of(""));
        if (rows.isEmpty()) {
            lines.add(Line.of("No application was used yet."));
        } else {
            lines.addAll(new Screen(rows, width, height - lines.size()).lines());
        }
        return lines;
    }

    private List<Line> lines() {
        List<String> all = new ArrayList<>(NOW);
        all.addAll(SINCE);
        TextTable inOne = table(all, rows, row -> cells(row.now(), row.since()));
        boolean fits = inOne.width() <= width;
        int tables = fits ? 1 : 2;
        int room = height - 2 * tables - Math.min(countdowns.size(), LEAST_COUNTDOWNS) - 2;
        List<Row> shown = busiest(Math.max(1, room / tables));
        List<Line> lines = new ArrayList<>();
        if (fits) {
            add(table(all, shown, row -> cells(row.now(), row.since())), lines);
        } else {
            add(table(NOW, shown, Row::now), lines);
            List<String> since = new ArrayList<>(NOW.subList(0, 1));
            since.addAll(SINCE);
            lines.add(Line.of(""));
            add(table(since, shown, row -> cells(row.now().subList(0, 1), row.since())), lines);
        }
        if (shown.size() < rows.size()) {
            lines.add(Line.of("and " + (rows.size() - shown.size()) + " more with fewer sessions"));
        }
        lines.add(Line.of(""));
        addCountdowns(lines);
        return lines;
    }

    /** Those with the most sessions, in the order that they always have. */
    private List<Row> busiest(int most) {
        if (rows.size() <= most) {
            return rows;
        }
        List<Row> busiest = rows.stream()
                .sorted(Comparator.comparingLong(Row::sessions).reversed())
                .limit(most)
                .collect(Collectors.toList());
        return rows.stream().filter(busiest::contains).collect(Collectors.toList());
    }

    /** What a table shows of an application. */
    private interface Cells {
        List<String> of(Row row);
    }

    /** Names give way where the table is too wide. */
    private TextTable table(List<String> heads, List<Row> shown, Cells cells) {
        TextTable whole = new TextTable(heads.toArray(new String[0]));
        shown.forEach(row -> whole.add(cells.of(row).toArray(new String[0])));
        int excess = whole.width() - width;
        if (excess <= 0) {
            return whole;
        }
        int longest = shown.stream().mapToInt(row -> row.title.length()).max().orElse(0);
        int most = Math.max(SHORTEST_NAME, longest - excess);
        TextTable narrow = new TextTable(heads.toArray(new String[0]));
        for (Row row : shown) {
            List<String> shortened = new ArrayList<>(cells.of(row));
            shortened.set(0, Line.cut(row.title, most));
            narrow.add(shortened.toArray(new String[0]));
        }
        return narrow;
    }

    private static void add(TextTable table, List<Line> lines) {
        List<String> all = table.lines();
        lines.add(new Line(Line.Kind.HEADS, all.get(0)));
        all.subList(1, all.size()).forEach(line -> lines.add(Line.of(line)));
    }

    private static List<String> cells(List<String> first, List<String> then) {
        List<String> cells = new ArrayList<>(first);
        cells.addAll(then);
        return cells;
    }

    private void addCountdowns(List<Line> lines) {
        if (countdowns.isEmpty()) {
            lines.add(Line.of("No countdown runs."));
            return;
        }
        int room = Math.min(MOST_COUNTDOWNS, height - lines.size() - 1);
        // The line that says how many more there are takes the place of one.
        int most = Math.max(0, countdowns.size() <= room ? room : room - 1);
        TextTable table = new TextTable("ENDS IN S", "SESSION", "AGE S", "APPLICATION");
        countdowns.stream().limit(most).forEach(countdown -> table.add(countdown.cells()));
        add(table, lines);
        if (countdowns.size() > most) {
            lines.add(Line.of("and " + (countdowns.size() - most) + " more"));
        }
    }

    /** One application at one moment. */
    static final class Row {
        private final String title;
        private final Figures figures;
        private final List<Figures> sessions;

        /** @param sessions null if there are too many to look at each */
        Row(String title, Figures figures, List<Figures> sessions) {
            this.title = title;
            this.figures = figures;
            this.sessions = sessions;
        }

        private long sessions() {
            return figures.number("Sessions");
        }

        private List<String> now() {
            return List.of(
                    title,
                    mode(),
                    figures.shown("Sessions"),
                    figures.shown("OpenPages"),
                    leaving(),
                    figures.shown("SessionsSavedNow"));
        }

        private List<String> since() {
            List<String> cells = new ArrayList<>();
            Map<String, Long> exits = figures.counts("Exits");
            long others = figures.sum("Exits");
            for (String cause : CAUSES) {
                long count = exits.getOrDefault(cause, 0L);
                others -= count;
                cells.add(Long.toString(count));
            }
            cells.add(Long.toString(others));
            cells.add(Long.toString(figures.sum("FalseExpiries")));
            return cells;
        }

        private String mode() {
            if (!figures.text("LeftAlone").isEmpty()) {
                return "left alone";
            }
            return figures.text("Enabled").equals("false") ? "off" : figures.text("Mode");
        }

        private String leaving() {
            return sessions == null
                    ? "-"
                    : Long.toString(sessions.stream()
                            .filter(session -> session.text("state").equals(LEAVING))
                            .count());
        }

        private void addCountdowns(List<Countdown> running) {
            if (sessions != null) {
                for (Figures session : sessions) {
                    if (session.text("state").equals(LEAVING) && session.number("endsInMillis") >= 0) {
                        running.add(new Countdown(title, session));
                    }
                }
            }
        }
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
