package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.OpenDataException;
import org.junit.jupiter.api.Test;

/** What docs/attach.md says of the commands is what they take and answer. */
class DocumentationTest {

    private static final String COMMAND = "    java -jar lasttab-agent.jar";

    private static List<String> lines() throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("basedir", ""), "..", "..").resolve("docs/attach.md"));
    }

    @Test
    void showsCommandsThatThereAre() throws IOException {
        List<String> shown = lines().stream()
                .filter(line -> line.startsWith(COMMAND))
                .map(line ->
                        line.substring(COMMAND.length()).replaceFirst("#.*", "").trim())
                .toList();
        assertThat(shown).hasSizeGreaterThan(Command.values().length - 1);
        for (String line : shown) {
            List<String> words = line.isEmpty() ? List.of("list") : List.of(line.split(" "));
            Command command = Command.named(words.get(0));
            assertThat(command).as(line).isNotNull();
            assertThat(command.takes(words.size() - 1)).as(line).isTrue();
        }
    }

    @Test
    void showsTheScreenAsItIs() throws IOException, OpenDataException {
        List<String> shown = lines().stream()
                .dropWhile(line -> !line.equals("```text"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .toList();
        Figures shop = new Figures(Map.of(
                "Mode",
                "enforce",
                "Enabled",
                true,
                "Sessions",
                412,
                "OpenPages",
                530,
                "SessionsSavedNow",
                1206,
                "FalseExpiries",
                JmxCounts.of(Map.of("WITHIN_10_MIN", 1L)),
                "Exits",
                JmxCounts.of(Map.of(
                        "ORPHANED_CLOSED", 2964L,
                        "ORPHANED_LEFT", 811L,
                        "ORPHANED_SENT_AWAY", 96L,
                        "ORPHANED_LOST", 207L,
                        "LOGOUT", 388L,
                        "TIMEOUT", 140L))));
        List<Figures> leaving = List.of(
                leaving("\u202665EF", 3_000, 512_000),
                leaving("\u2026477E", 7_000, 97_000),
                leaving("\u20260870", 641_000, 1_806_000));
        Screen.Row row = new Screen.Row("localhost/shop", shop, leaving);
        assertThat(Screen.lines(shown.get(0), List.of(row), 80, 24).stream().map(Line::toString))
                .containsExactlyElementsOf(shown);
    }

    private static Figures leaving(String maskedId, long endsInMillis, long ageMillis) {
        return new Figures(
                Map.of("maskedId", maskedId, "state", "LEAVING", "endsInMillis", endsInMillis, "ageMillis", ageMillis));
    }

    @Test
    void hasEveryExitStatus() throws IOException {
        assertThat(lines().stream()
                        .dropWhile(line -> !line.equals("## Exit status"))
                        .filter(line -> line.matches("\\| \\d .*"))
                        .map(line -> line.substring(2, 3)))
                .containsExactly(
                        Integer.toString(CommandLine.DONE),
                        Integer.toString(CommandLine.FAILED),
                        Integer.toString(CommandLine.USAGE),
                        Integer.toString(Report.NOTHING));
    }
}
