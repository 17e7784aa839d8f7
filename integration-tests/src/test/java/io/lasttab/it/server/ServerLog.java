package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a server has printed. */
public final class ServerLog {
    private static final int TAIL = 25;
    private static final Pattern PROBLEM =
            Pattern.compile("\\b(SEVERE|ERROR)\\b|\\b\\w+(Exception|Error)\\b|^\\s+at [\\w.$/]+\\(");

    /** What the probe throws to see what becomes of it, and what containers note of a request that is none. */
    private static final Pattern PROVOKED = Pattern.compile(
            "on purpose|Error parsing HTTP request header|Not valid encoding '%zz'|Unable to parse form content");

    /**
     * What a server does to itself, with or without an agent: the HouseKeeper of Jetty 9.4 to 11 asks contexts that are
     * starting, whose session cache is not there yet, for what is over ({@code SessionHandler.scavenge}); and Jetty before 12.1
     * tells of a client that goes away just as its answer is completed (jetty.project issue 11606).
     */
    private static final Pattern OF_ITS_OWN = Pattern.compile(
            "SessionCache\\.checkExpiration\\(java\\.util\\.Set\\)\" because \"this\\._sessionCache\" is null"
                    + "|IllegalStateException: SendCallback@\\w+\\[CLOSED\\]");

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    public String text() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that a healthy server does not print. */
    public List<String> problems() {
        return problems(line -> false);
    }

    /** The same without what belongs to some lines that a test has provoked. */
    public List<String> problems(Predicate<String> provokedToo) {
        List<String> problems = new ArrayList<>();
        boolean excused = false;
        for (String line : text().split("\\R")) {
            // What belongs to a line is indented under it.
            excused = PROVOKED.matcher(line).find()
                    || OF_ITS_OWN.matcher(line).find()
                    || provokedToo.test(line)
                    || (excused && line.matches("\\s.*"));
            if (!excused && PROBLEM.matcher(line).find()) {
                problems.add(line);
            }
        }
        return problems;
    }

    /** What Lasttab itself had to complain about. */
    public List<String> complaintsOfOurs() {
        return text().lines()
                .filter(line -> line.contains("io.lasttab.") && (line.contains(" WARN ") || line.contains(" ERROR ")))
                .toList();
    }

    public String tail() {
        List<String> lines = text().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }
}
