package io.lasttab.it.scenario;

import java.util.stream.Stream;

/** How many scenarios there are, for the table to know whether all were run. */
final class ScenarioCount {
    private ScenarioCount() {}

    static int of(Class<?>... classes) {
        return (int) Stream.of(classes)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Scenario.class))
                .count();
    }
}
