package io.lasttab.report.log;

/** Makes an {@link Exit} out of the fields of a line, or says what is wrong with it. */
final class ExitParser {

    private ExitParser() {}

    static Exit parse(Fields fields) throws BadLineException {
        boolean ended = fields.bool("ended");
        long time = fields.time("time");
        return new Exit(
                fields.text("host"),
                fields.text("context"),
                Cause.of(fields.text("cause")),
                ended,
                (int) Math.min(fields.count("pages"), Integer.MAX_VALUE),
                time,
                fields.count("lifetimeMillis"),
                fields.count("idleMillis"),
                fields.isNull("wouldHaveEndedAt") ? -1 : fields.time("wouldHaveEndedAt"));
    }
}
