package io.lasttab.core.session;

/** How long after the end of its session a request came that still named it; each counts in one only. */
public enum SinceEnd {
    /** At most a second. */
    WITHIN_1_S(1_000),
    /** More than a second, at most ten. */
    WITHIN_10_S(10_000),
    /** More than ten seconds, at most a minute. */
    WITHIN_1_MIN(60_000),
    /** More than a minute, at most ten. */
    WITHIN_10_MIN(600_000),
    /** More than ten minutes. */
    LATER(Long.MAX_VALUE);

    private static final SinceEnd[] ALL = values();

    private final long mostMillis;

    SinceEnd(long mostMillis) {
        this.mostMillis = mostMillis;
    }

    /** The one for a time in milliseconds; a negative one, by a clock that was put back, counts as none at all. */
    public static SinceEnd of(long millis) {
        for (SinceEnd each : ALL) {
            if (millis <= each.mostMillis) {
                return each;
            }
        }
        return LATER;
    }
}
