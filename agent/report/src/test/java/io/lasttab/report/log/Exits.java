package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.report.FalseExpiryLine;
import io.lasttab.report.LogLine;

/** Exits and false expiries as they come out of lines. */
public final class Exits {

    private Exits() {}

    public static Exit of(LogLine line) {
        try {
            return ExitParser.parse(fields(line));
        } catch (BadLineException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    public static FalseExpiry of(FalseExpiryLine line) {
        try {
            return FalseExpiryParser.parse(fields(line));
        } catch (BadLineException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private static Fields fields(Object line) throws BadLineException {
        byte[] bytes = line.toString().getBytes(UTF_8);
        return Fields.of(bytes, 0, bytes.length);
    }
}
