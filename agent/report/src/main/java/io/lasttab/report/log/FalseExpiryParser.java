package io.lasttab.report.log;

/** Makes a {@link FalseExpiry} out of the fields of a line, or says what is wrong with it. */
final class FalseExpiryParser {

    private FalseExpiryParser() {}

    /** @param fields of a line that has an event, which no end of a session has */
    static FalseExpiry parse(Fields fields) throws BadLineException {
        boolean ended = hasEnded(fields.text("event"));
        return new FalseExpiry(fields.text("host"), fields.text("context"), ended, fields.count("sinceEndMillis"));
    }

    private static boolean hasEnded(String event) throws BadLineException {
        switch (event) {
            case "FALSE_EXPIRY":
                return true;
            case "WOULD_HAVE_BEEN_FALSE":
                return false;
            default:
                throw new BadLineException(
                        "has the event " + BadLineException.quote(event) + ", which this version does not know");
        }
    }
}
