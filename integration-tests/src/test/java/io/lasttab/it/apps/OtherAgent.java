package io.lasttab.it.apps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An agent that people run beside Lasttab. */
enum OtherAgent {
    /** Opens and closes a span for every request, and sends it to nobody. */
    OPENTELEMETRY("opentelemetry-javaagent.jar") {
        @Override
        List<String> arguments() {
            return List.of(
                    "-javaagent:" + jar(),
                    "-Dotel.traces.exporter=none",
                    "-Dotel.metrics.exporter=none",
                    "-Dotel.logs.exporter=none");
        }
    },
    /** The same, and it puts something into pages in its own way. */
    OPENTELEMETRY_WITH_SNIPPET("opentelemetry-javaagent.jar") {
        @Override
        List<String> arguments() {
            List<String> arguments = new ArrayList<>(OPENTELEMETRY.arguments());
            arguments.add("-Dotel.experimental.javascript-snippet=" + SNIPPET);
            return arguments;
        }
    },
    /** Counts the branches that are run, of all classes but the JDK's. */
    JACOCO("org.jacoco.agent-runtime.jar") {
        @Override
        List<String> arguments() {
            return List.of("-javaagent:" + jar() + "=output=none");
        }
    };

    /** Without the signs of a script, which Tomcat's own script would take for its shell's. */
    static final String SNIPPET = "snippet-of-opentelemetry";

    private final String file;

    OtherAgent(String file) {
        this.file = file;
    }

    /** What goes onto the command line of the JVM. */
    abstract List<String> arguments();

    Path jar() {
        return Path.of(System.getProperty("lasttab.target"), "distributions", file);
    }
}
