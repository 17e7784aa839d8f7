package io.lasttab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
