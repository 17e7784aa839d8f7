package io.lasttab.it.scenario;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Engine;
import io.lasttab.it.server.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scenario by engine: what was promised and what was seen. A usual run that was whole writes it into the documentation,
 * where a difference shows; any other run into the build folder.
 */
final class Table implements AutoCloseable {
    private static final int CLASSES = ScenarioCount.of(
            ComingAndGoingIT.class, SeveralTabsIT.class, AwayAndBackIT.class, BreakingIT.class, HarmIT.class);

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    Row row(Scenario scenario) {
        return rows.computeIfAbsent(scenario.when(), key -> new Row(scenario));
    }

    @Override
    public void close() {
        List<Row> sorted = rows.values().stream()
                .sorted(Comparator.comparingInt(Row::number).thenComparing(Row::when))
                .toList();
        boolean whole = sorted.size() == CLASSES && sorted.stream().allMatch(Row::isWhole);
        boolean usual =
                !Boolean.getBoolean("lasttab.matrix") && Matrix.forScenarios().size() == 2;
        Path file = Path.of(System.getProperty(whole && usual ? "lasttab.docs" : "lasttab.target"), "scenarios.md");
        try {
            Files.writeString(file, text(sorted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<Row> rows) {
        String engines = Stream.of(Engine.values()).map(Engine::product).collect(Collectors.joining(" | "));
        String servers = Matrix.forScenarios().stream()
                .map(target -> target.container().name())
                .collect(Collectors.joining(" and "));
        return """
                # What real browsers show

                Written by `mvn verify`: Debian's browsers, driven through what users do and what may break, against
                %s. A cell that names no server was the same on each.

                Settings: `grace.closed` and `grace.left` %ds, `grace.lost` %ds, `alive` %ds. "In time" is the grace and at
                most a second more after the bye; by silence, `grace.lost` after the last word.

                | # | what happens | promised | %s |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        servers,
                        Promise.GRACE.toSeconds(),
                        Promise.LOST.toSeconds(),
                        Promise.ALIVE.toSeconds(),
                        engines,
                        rows.stream().map(Row::markdown).collect(Collectors.joining("\n")));
    }
}
