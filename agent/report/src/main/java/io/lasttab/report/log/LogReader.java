package io.lasttab.report.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Hands on what exit logs say, line by line; nothing but counts is kept. */
public final class LogReader {

    private final Consumer<Exit> exits;
    private final Consumer<FalseExpiry> falseExpiries;
    private final Skipped skipped;

    /** @param skipped told of every line that is not handed on */
    public LogReader(Consumer<Exit> exits, Consumer<FalseExpiry> falseExpiries, Skipped skipped) {
        this.exits = exits;
        this.falseExpiries = falseExpiries;
        this.skipped = skipped;
    }

    /**
     * @param file its name, for the reasons
     * @param in not compressed; not closed
     */
    public void read(String file, InputStream in) throws IOException {
        Lines lines = new Lines(in);
        while (lines.next()) {
            if (lines.tooLong()) {
                skipped.bad(file, lines.number(), "is longer than " + Lines.LONGEST + " bytes");
            } else if (!lines.blank()) {
                line(file, lines);
            }
        }
    }

    private void line(String file, Lines lines) {
        try {
            Fields fields = Fields.of(lines.buffer(), lines.from(), lines.to());
            if (fields.has("event")) {
                falseExpiries.accept(FalseExpiryParser.parse(fields));
            } else {
                exits.accept(ExitParser.parse(fields));
            }
        } catch (BadLineException bad) {
            if (lines.closed()) {
                skipped.bad(file, lines.number(), bad.getMessage());
            } else {
                skipped.cutOff(file, lines.number());
            }
        }
    }
}
