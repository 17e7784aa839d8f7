package io.lasttab.report.log;

/** How long after the end of its session a request came that still named it, by the names and limits of JMX. */
public enum SinceEnd {
    WITHIN_1_S(1_000, "Within a second"),
    WITHIN_10_S(10_000, "1 to 10 seconds"),
    WITHIN_1_MIN(60_000, "10 seconds to a minute"),
    WITHIN_10_MIN(600_000, "1 to 10 minutes"),
    LATER(Long.MAX_VALUE, "Later");

    private final long mostMillis;
    private final String label;

    SinceEnd(long mostMillis, String label) {
        this.mostMillis = mostMillis;
        this.label = label;
    }

    /** The one for a time in milliseconds. */
    public static SinceEnd of(long millis) {
        for (SinceEnd each : values()) {
            if (millis <= each.mostMillis) {
                return each;
            }
        }
        return LATER;
    }

    /** In a few words, for people. */
    public String label() {
        return label;
    }
}
