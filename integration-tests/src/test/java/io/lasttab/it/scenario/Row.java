package io.lasttab.it.scenario;

import io.lasttab.it.client.Engine;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A scenario's row of the table: what was seen in each engine, one entry if it was the same on all servers. */
final class Row {
    private final Scenario scenario;
    private final Map<Engine, Set<String>> seen = new EnumMap<>(Engine.class);

    Row(Scenario scenario) {
        this.scenario = scenario;
    }

    boolean isDriven(Engine engine) {
        return reason(engine).isEmpty();
    }

    private String reason(Engine engine) {
        for (NotDriven not : scenario.notDriven()) {
            if (Stream.of(not.engines()).anyMatch(engine::equals)) {
                return not.because();
            }
        }
        return "";
    }

    synchronized void saw(Engine engine, String what) {
        seen.computeIfAbsent(engine, key -> new TreeSet<>()).add(what);
    }

    /** Whether every engine was driven that can be. */
    synchronized boolean isWhole() {
        return Stream.of(Engine.values()).allMatch(engine -> !isDriven(engine) || seen.containsKey(engine));
    }

    int number() {
        return scenario.number();
    }

    String when() {
        return scenario.when();
    }

    synchronized String markdown() {
        StringBuilder line = new StringBuilder(
                "| " + scenario.number() + " | " + scenario.when() + " | " + scenario.promised() + " |");
        for (Engine engine : Engine.values()) {
            String cell = isDriven(engine)
                    ? String.join("; or ", seen.getOrDefault(engine, Set.of()))
                    : "not driven: " + reason(engine);
            line.append(" " + cell + " |");
        }
        return line.toString();
    }
}
