package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.report.LogLine;

/** Exits as they come out of lines. */
public final class Exits {

    private Exits() {}

    public static Exit of(LogLine line) {
        byte[] bytes = line.toString().getBytes(UTF_8);
        try {
            return ExitParser.parse(bytes, 0, bytes.length);
        } catch (BadLineException bad) {
            throw new IllegalArgumentException(bad);
        }
    }
}
