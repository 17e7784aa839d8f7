package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.OpenDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    private static final int WIDE = 200;
    private static final int HIGH = 50;
    private static final int USUAL_WIDTH = 80;

    private final List<Figures> sessions = new ArrayList<>();
    private final Map<String, Object> application =
            new HashMap<>(Map.of("Mode", "enforce", "Enabled", true, "Sessions", 3));

    private void session(String id, String state, long endsInMillis) {
        sessions.add(new Figures(
                Map.of("maskedId", id, "state", state, "endsInMillis", endsInMillis, "ageMillis", 61_000L)));
    }

    private Screen.Row row(String name) {
        return new Screen.Row(name, new Figures(application), sessions);
    }

    private static Screen.Row row(String name, int sessions) {
        return new Screen.Row(
                name, new Figures(Map.of("Mode", "enforce", "Enabled", true, "Sessions", sessions)), List.of());
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::toString).toList();
    }

    private List<String> lines(int width, int height) {
        return texts(Screen.lines("title", List.of(row("localhost/shop")), width, height));
    }

    private static String[] cells(String line) {
        return line.trim().split("  +");
    }

    @Test
    void showsARowForEachApplicationAndLeavesOutWhatTheAgentDoesNotHave() throws OpenDataException {
        application.put("Exits", JmxCounts.of(Map.of("ORPHANED_CLOSED", 7L, "UNDEPLOY", 2L, "LOGOUT", 0L)));
        application.put("OpenPages", 5);
        List<String> lines = lines(WIDE, HIGH);
        assertThat(lines.get(0)).isEqualTo("title");
        assertThat(cells(lines.get(2)))
                .startsWith("APPLICATION", "MODE", "SESSIONS", "PAGES", "LEAVING", "SAVED", "CLOSED", "LEFT");
        assertThat(cells(lines.get(3)))
                .containsExactly(
                        "localhost/shop", "enforce", "3", "5", "0", "-", "7", "0", "0", "0", "0", "0", "2", "0");
    }

    @Test
    void breaksRowsInTwoThatDoNotFit() throws OpenDataException {
        application.put("Exits", JmxCounts.of(Map.of("ORPHANED_CLOSED", 7L)));
        application.put("OpenPages", 5);
        List<String> lines = lines(USUAL_WIDTH, HIGH);
        assertThat(cells(lines.get(2))).containsExactly("APPLICATION", "MODE", "SESSIONS", "PAGES", "LEAVING", "SAVED");
        assertThat(cells(lines.get(3))).containsExactly("localhost/shop", "enforce", "3", "5", "0", "-");
        assertThat(cells(lines.get(5)))
                .startsWith("APPLICATION", "CLOSED", "LEFT")
                .endsWith("OTHER", "FALSE");
        assertThat(cells(lines.get(6))).containsExactly("localhost/shop", "7", "0", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void shortensNamesThatDoNotFit() {
        String name = "intranet.example.com/a-context-with-a-very-long-name-indeed##2026-11-22";
        List<String> lines = texts(Screen.lines("title", List.of(row(name)), USUAL_WIDTH, HIGH));
        assertThat(lines).allMatch(line -> line.length() <= USUAL_WIDTH);
        assertThat(lines.get(3)).startsWith("intranet.example.com/").contains("…  enforce");
    }

    /** Down to what is a window by courtesy only. */
    @ParameterizedTest
    @CsvSource({"80, 24", "80, 12", "132, 24", "72, 30", "200, 10"})
    void isNoLargerThanTheWindowAndSaysWhatIsLeftOut(int width, int height) {
        List<Screen.Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(row("host/application-" + i, i));
        }
        for (int i = 0; i < 30; i++) {
            session(i + "…", "LEAVING", 1_000L * i);
        }
        rows.add(row("host/leaving"));
        List<String> lines = texts(Screen.lines("title", rows, width, height));
        assertThat(lines).hasSizeLessThanOrEqualTo(height).allMatch(line -> line.length() <= width);
        assertThat(lines)
                .as("the busiest")
                .anyMatch(line -> line.startsWith("host/application-39 "))
                .noneMatch(line -> line.startsWith("host/application-0 "))
                .anyMatch(line -> line.matches("and \\d+ more with fewer sessions"))
                .anyMatch(line -> line.matches("and \\d+ more"));
        assertThat(lines).as("the next to end").anyMatch(line -> line.trim().startsWith("0  0…"));
    }

    @Test
    void showsCountdownsTheNextFirst() {
        session("aa…", "LEAVING", 9_200);
        session("bb…", "OPEN", 500);
        session("cc…", "LEAVING", 1_000);
        List<String> lines = lines(WIDE, HIGH);
        assertThat(lines).filteredOn(line -> line.contains("…")).hasSize(2);
        assertThat(cells(lines.get(lines.size() - 2))).containsExactly("1", "cc…", "61", "localhost/shop");
        assertThat(cells(lines.get(lines.size() - 1))).containsExactly("10", "aa…", "61", "localhost/shop");
    }

    @Test
    void showsAsManyCountdownsAsFitAndHowManyMoreThereAre() {
        for (int i = 0; i < 25; i++) {
            session(i + "…", "LEAVING", 1_000L * i);
        }
        assertThat(lines(WIDE, HIGH)).filteredOn(line -> line.contains("…")).hasSize(19);
        assertThat(lines(WIDE, HIGH)).endsWith("and 6 more");
        assertThat(lines(WIDE, 10)).hasSize(10).endsWith("and 22 more");
    }

    @Test
    void saysThatAnApplicationIsLeftAloneOrOff() {
        application.put("Enabled", false);
        assertThat(lines(WIDE, HIGH).get(3)).contains(" off ");
        application.put("LeftAlone", "its manager is of another kind");
        assertThat(lines(WIDE, HIGH).get(3)).contains("left alone");
    }

    @Test
    void hasNoColumnOfCountdownsForTooManySessions() {
        List<String> lines = texts(Screen.lines(
                "title", List.of(new Screen.Row("localhost/shop", new Figures(application), null)), WIDE, HIGH));
        assertThat(lines).contains("No countdown runs.");
        assertThat(cells(lines.get(3))[4]).isEqualTo("-");
    }

    @Test
    void saysThatNothingWasUsedYet() {
        assertThat(texts(Screen.lines("title", List.of(), WIDE, HIGH))).endsWith("No application was used yet.");
    }
}
