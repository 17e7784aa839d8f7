package io.lasttab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... words) {
        Surroundings here = new Surroundings(
                new File("no.jar"), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return CommandLine.run(here, List.of(words));
    }

    @Test
    void helpsWithALineForEachCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains(Command.words());
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void refusesACommandThatIsNone() {
        assertThat(run("atach", "1")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("no command atach", "check");
    }

    @ParameterizedTest
    @EnumSource(value = Command.class, mode = EnumSource.Mode.EXCLUDE, names = "REPORT")
    void refusesMoreArgumentsThanACommandTakes(Command command) {
        assertThat(run(command.word(), "1", "2", "3", "4", "5")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().endsWith("write: " + command.usage());
    }

    @Test
    void leavesTheArgumentsOfAReportToTheReport() {
        assertThat(run("report", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("-o");
        String log = folder.resolve("none.jsonl").toString();
        assertThat(run("report", log, "-o", folder.resolve("page.html").toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("none.jsonl");
    }

    @Test
    void refusesAFileWithoutAName() {
        assertThat(run("check", " ")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("the name of the settings file is empty");
    }

    @Test
    void saysThatSettingsAreRight() throws IOException {
        Path file = Files.writeString(folder.resolve("good.properties"), "grace.closed=30s\napp.shop.mode=observe\n");
        assertThat(run("check", file.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("is right");
    }

    @Test
    void tellsEveryProblemOfSettings() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.properties"), "grace.clsed=30s\nmode=obsreve\n\ngrace.lost=10\nalive=11m\n");
        assertThat(run("check", file.toString())).isEqualTo(1);
        List<String> told = err.toString(UTF_8).lines().toList();
        assertThat(told).hasSize(4).allMatch(line -> line.startsWith("Lasttab: ") && line.contains(file.toString()));
        assertThat(told.get(0)).contains("(line 1)", "grace.closed");
        assertThat(told.get(1)).contains("(line 2)", "observe");
        assertThat(told.get(2)).contains("(line 4)", "unit");
        assertThat(told.get(3)).contains("(line 5)", "10m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "often", "1.5"})
    void refusesTimesThatAreNone(String times) {
        assertThat(run("top", "1", times)).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(times + " does not say how many");
    }

    @Test
    void looksAtTheSettingsBeforeItAttaches() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), "grace.clsed=30s\n");
        String self = Long.toString(ProcessHandle.current().pid());
        assertThat(run("attach", self, file.toString())).isEqualTo(1);
        assertThat(run("attach", self, folder.resolve("none.properties").toString()))
                .isEqualTo(1);
        List<String> told = err.toString(UTF_8).lines().toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("grace.clsed", "grace.closed", "(line 1)");
        assertThat(told.get(1)).contains("none.properties");
        assertThat(System.getProperty("io.lasttab.agent")).isNull();
    }

    @Test
    void tellsThatASettingsFileIsMissing() {
        assertThat(run("check", folder.resolve("none.properties").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("none.properties");
    }
}
