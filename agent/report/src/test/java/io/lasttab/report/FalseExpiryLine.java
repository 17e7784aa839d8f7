package io.lasttab.report;

/** A line of a false expiry as the agent writes it. */
public record FalseExpiryLine(String event, String context, long sinceEnd) {

    public static FalseExpiryLine after(long millis) {
        return new FalseExpiryLine("FALSE_EXPIRY", "/shop", millis);
    }

    public FalseExpiryLine in(String context) {
        return new FalseExpiryLine(event, context, sinceEnd);
    }

    public FalseExpiryLine observed() {
        return new FalseExpiryLine("WOULD_HAVE_BEEN_FALSE", context, sinceEnd);
    }

    @Override
    public String toString() {
        return "{\"time\":\"2026-11-22T10:20:43.340Z\",\"host\":\"localhost\",\"context\":\"" + context
                + "\",\"maskedId\":\"\\u2026AD4D\",\"event\":\"" + event + "\",\"sinceEndMillis\":" + sinceEnd + "}";
    }
}
