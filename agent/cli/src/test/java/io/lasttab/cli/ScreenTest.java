package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.OpenDataException;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final List<Figures> sessions = new ArrayList<>();
    private final Map<String, Object> application =
            new HashMap<>(Map.of("Mode", "enforce", "Enabled", true, "Sessions", 3));

    private void session(String id, String state, long endsInMillis) {
        sessions.add(new Figures(
                Map.of("maskedId", id, "state", state, "endsInMillis", endsInMillis, "ageMillis", 61_000L)));
    }

    private List<String> lines(int most) {
        return Screen.lines(
                "head", List.of(new Screen.Row("localhost/shop", new Figures(application), sessions)), most);
    }

    @Test
    void showsARowForEachApplicationAndLeavesOutWhatTheAgentDoesNotHave() throws OpenDataException {
        application.put("Exits", JmxCounts.of(Map.of("ORPHANED_CLOSED", 7L, "UNDEPLOY", 2L, "LOGOUT", 0L)));
        application.put("OpenPages", 5);
        List<String> lines = lines(10);
        assertThat(lines.get(0)).isEqualTo("head");
        assertThat(lines.get(2).split("  +"))
                .startsWith("APPLICATION", "MODE", "SESSIONS", "PAGES", "LEAVING", "SAVED", "CLOSED", "LEFT");
        assertThat(lines.get(3).trim().split("  +"))
                .containsExactly(
                        "localhost/shop", "enforce", "3", "5", "0", "-", "7", "0", "0", "0", "0", "0", "2", "0");
    }

    @Test
    void showsCountdownsTheNextFirst() {
        session("aa…", "LEAVING", 9_200);
        session("bb…", "OPEN", 500);
        session("cc…", "LEAVING", 1_000);
        List<String> lines = lines(10);
        assertThat(lines).filteredOn(line -> line.contains("…")).hasSize(2);
        assertThat(lines.get(lines.size() - 2).trim().split("  +")).containsExactly("1", "cc…", "61", "localhost/shop");
        assertThat(lines.get(lines.size() - 1).trim().split("  +"))
                .containsExactly("10", "aa…", "61", "localhost/shop");
    }

    @Test
    void showsAsManyCountdownsAsFitAndHowManyMoreThereAre() {
        for (int i = 0; i < 5; i++) {
            session(i + "…", "LEAVING", 1_000L * i);
        }
        assertThat(lines(2)).endsWith("and 3 more");
        assertThat(lines(2)).filteredOn(line -> line.contains("…")).hasSize(2);
        assertThat(lines(-3)).filteredOn(line -> line.contains("…")).isEmpty();
    }

    @Test
    void saysThatAnApplicationIsLeftAloneOrOff() {
        application.put("Enabled", false);
        assertThat(lines(1).get(3)).contains(" off ");
        application.put("LeftAlone", "its manager is of another kind");
        assertThat(lines(1).get(3)).contains("left alone");
    }

    @Test
    void hasNoColumnOfCountdownsForTooManySessions() {
        List<String> lines =
                Screen.lines("head", List.of(new Screen.Row("localhost/shop", new Figures(application), null)), 10);
        assertThat(lines).contains("No countdown runs.");
        assertThat(lines.get(3).trim().split("  +")[4]).isEqualTo("-");
    }

    @Test
    void saysThatNothingWasUsedYet() {
        assertThat(Screen.lines("head", List.of(), 10)).endsWith("No application was used yet.");
    }
}
