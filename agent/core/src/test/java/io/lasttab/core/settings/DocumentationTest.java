package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.html.Skip;
import io.lasttab.core.session.Departure;
import io.lasttab.core.session.ExitCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation says of settings is what the code does. */
class DocumentationTest {

    private static List<String> lines(String document) throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("basedir", ""), "..", "..").resolve(document));
    }

    private static List<String> rows(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("| `")).toList();
    }

    private static String nameOf(Key.Ring ring) {
        return ring.name().charAt(0) + ring.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    @ParameterizedTest
    @EnumSource
    void hasEachRingsKeysWithAllThatIsToBeKnownOfThem(Key.Ring ring) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (Key key : Key.values()) {
            if (key.ring() == ring) {
                wanted.add(String.join(
                        " | ",
                        "| `" + key.keyName() + "`",
                        "`" + key.defaultText() + "`" + (key.unit().isEmpty() ? " |" : " | " + key.unit()),
                        key.range(),
                        yesOrNo(key.perApplication()),
                        yesOrNo(key.changesAtRunTime()),
                        key.description() + " |"));
            }
        }
        List<String> section = lines("docs/configuration.md").stream()
                .dropWhile(line -> !line.equals("### " + nameOf(ring)))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .toList();
        assertThat(rows(section.stream())).isEqualTo(wanted);
    }

    @Test
    void hasNoKeyOutsideOfTheRings() throws IOException {
        assertThat(rows(lines("docs/configuration.md").stream())).hasSameSizeAs(Key.values());
    }

    @Test
    void hasTheSameInTheReadmesShortTable() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (Key.Ring ring : Key.Ring.values()) {
            wanted.add("| **" + nameOf(ring) + "** | | | |");
            for (Key key : Key.values()) {
                if (key.ring() == ring) {
                    wanted.add("| `" + key.keyName() + "` | `" + key.defaultText() + "` | " + key.range() + " | "
                            + key.description() + (key == Key.ALIVE ? " Not for one application. |" : " |"));
                }
            }
        }
        List<String> table = lines("README.md").stream()
                .dropWhile(line -> !line.startsWith("| **" + nameOf(Key.Ring.ESSENTIAL)))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(table).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/configuration.md", "README.md"})
    void showsTheErrorThatThereIs(String document) throws IOException {
        assertThat(lines(document))
                .contains("    Lasttab is off, the server starts without it: grace.closed=10 in"
                        + " /etc/lasttab.properties (line 1): " + Key.GRACE_CLOSED.objectionTo("10"));
    }

    @Test
    void namesEveryCauseAndEveryDepartureOfTheExitLog() throws IOException {
        List<String> lines = lines("docs/exit-log.md");
        assertThat(rows(lines.stream()).stream().map(row -> row.split("`")[1]))
                .containsSubsequence(
                        Stream.of(ExitCause.values()).map(Enum::name).toList());
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("| `departure` | ")
                .contains(Stream.of(Departure.values())
                        .map(departure -> "`" + departure + "`")
                        .toList()));
    }

    @Test
    void namesEveryReasonWhyAResponseGetsNoTag() throws IOException {
        assertThat(rows(lines("docs/how-it-works.md").stream()).stream().map(row -> row.split("`")[1]))
                .containsSequence(Stream.of(Skip.values()).map(Enum::name).toArray(String[]::new));
    }
}
