package io.lasttab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a server under load has on its command line besides itself. */
enum Setup {
    /** Nothing: what all others are compared to. */
    NONE("none", "") {
        @Override
        List<String> jvmOptions() {
            return List.of();
        }
    },
    LASTTAB("Lasttab", "<script src=\"/__lasttab/") {
        @Override
        List<String> jvmOptions() {
            return List.of("-javaagent:" + System.getProperty("lasttab.jar"));
        }
    },
    /** The OpenTelemetry Java agent as it comes, with something to put into pages and nobody to send its spans to. */
    OTEL("OpenTelemetry", "<head>" + Setup.SNIPPET) {
        @Override
        List<String> jvmOptions() {
            return List.of(
                    "-javaagent:" + System.getProperty("opentelemetry.jar"),
                    "-Dotel.traces.exporter=none",
                    "-Dotel.metrics.exporter=none",
                    "-Dotel.logs.exporter=none",
                    "-Dotel.experimental.javascript-snippet=" + SNIPPET);
        }
    },
    /** The same with no more of it than putting something into pages takes. */
    OTEL_SERVLET("OpenTelemetry, servlet only", "<head>" + Setup.SNIPPET) {
        @Override
        List<String> jvmOptions() {
            List<String> options = new ArrayList<>(OTEL.jvmOptions());
            options.add("-Dotel.instrumentation.common.default-enabled=false");
            options.add("-Dotel.instrumentation.servlet.enabled=true");
            return options;
        }
    };

    /** About as long as Lasttab's tag. */
    private static final String SNIPPET = "<script src=\"/snippet/0123456789abcdef.js\" async=\"\"></script>";

    private final String title;
    private final String mark;

    Setup(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    /** As in {@code -Dagents}: lower case, with a hyphen. */
    static Setup named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** For the head of a table. */
    String title() {
        return title;
    }

    abstract List<String> jvmOptions();

    /** Fails if a page of such a server shows that its agent does nothing: then there is nothing to compare. */
    void requireIn(String page) {
        if (!page.contains(mark) || (this == NONE && page.contains("<script"))) {
            throw new IllegalStateException(title + " does not do its work: " + page.substring(0, 200));
        }
    }
}
