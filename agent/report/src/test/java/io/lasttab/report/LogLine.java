package io.lasttab.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A line as the agent writes it, and how it differs from one test to the other. */
public record LogLine(
        String time, String context, String cause, boolean ended, long lifetime, long pages, long idle, String alone) {

    /** Ended by Lasttab two seconds after it began, 1800 seconds early. */
    public static LogLine at(String time) {
        return new LogLine(time, "/shop", "ORPHANED_CLOSED", true, 2000, 1, 1000, plus(time, 1800));
    }

    public LogLine by(String cause) {
        boolean early = cause.startsWith("ORPHANED");
        return new LogLine(time, context, cause, ended, lifetime, pages, idle, early ? alone : null);
    }

    public LogLine in(String context) {
        return new LogLine(time, context, cause, ended, lifetime, pages, idle, alone);
    }

    public LogLine observed() {
        return new LogLine(time, context, cause, false, lifetime, pages, idle, alone);
    }

    public LogLine livedSeconds(long seconds) {
        return new LogLine(time, context, cause, ended, seconds * 1000, pages, idle, alone);
    }

    public LogLine idleSeconds(long seconds) {
        return new LogLine(time, context, cause, ended, lifetime, pages, seconds * 1000, alone);
    }

    public LogLine withPages(long pages) {
        return new LogLine(time, context, cause, ended, lifetime, pages, idle, alone);
    }

    public LogLine savedSeconds(long seconds) {
        return new LogLine(time, context, cause, ended, lifetime, pages, idle, plus(time, seconds));
    }

    public LogLine withoutTimeout() {
        return new LogLine(time, context, cause, ended, lifetime, pages, idle, null);
    }

    private static String plus(String time, long seconds) {
        String later = Instant.parse(time).plus(seconds, ChronoUnit.SECONDS).toString();
        return later.length() == 20 ? later.replace("Z", ".000Z") : later;
    }

    @Override
    public String toString() {
        return "{\"time\":\"" + time + "\",\"host\":\"localhost\",\"context\":\"" + context
                + "\",\"maskedId\":\"\\u2026AD4D\",\"cause\":\"" + cause + "\",\"ended\":" + ended
                + ",\"lifetimeMillis\":" + lifetime + ",\"pages\":" + pages + ",\"idleMillis\":" + idle
                + ",\"departure\":" + (cause.startsWith("ORPHANED") ? "\"CLOSED\"" : null) + ",\"wouldHaveEndedAt\":"
                + (alone == null ? null : "\"" + alone + "\"") + "}";
    }
}
