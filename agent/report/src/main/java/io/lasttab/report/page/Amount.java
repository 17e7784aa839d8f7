package io.lasttab.report.page;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Numbers as people read them. Between number and unit stands a space that does not break. */
final class Amount {

    private static final long SECOND = 1000;
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private Amount() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With its noun, which takes an s. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** With one decimal where it says something. */
    static String average(double average) {
        double tenths = Math.rint(average * 10) / 10;
        return Math.abs(tenths) < 10 && tenths != Math.rint(tenths)
                ? String.format(Locale.ROOT, "%.1f", tenths)
                : String.format(Locale.ROOT, "%,d", Math.round(average));
    }

    /** For an axis: as {@link #average}, but never longer than five characters. */
    static String brief(double number) {
        if (number < 10_000) {
            return average(number);
        }
        return number < 1e6
                ? average(number / 1e3) + "\u00a0k"
                : number < 1e9 ? average(number / 1e6) + "\u00a0M" : average(number / 1e9) + "\u00a0G";
    }

    /** Never 0 % of something, nor 100 % of not quite all. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        if (part > 0 && percent < 1) {
            return "< 1\u00a0%";
        }
        if (part < whole && percent > 99) {
            return "> 99\u00a0%";
        }
        return Math.round(percent) + "\u00a0%";
    }

    static String hours(long millis) {
        return average((double) millis / HOUR) + "\u00a0h";
    }

    /** In the two largest units that say something. */
    static String duration(long millis) {
        if (millis < 10 * SECOND) {
            return average(millis / 1000.0) + "\u00a0s";
        }
        if (millis < MINUTE) {
            return millis / SECOND + "\u00a0s";
        }
        if (millis < HOUR) {
            return two(millis, MINUTE, "min", SECOND, "s", 10);
        }
        if (millis < DAY) {
            return two(millis, HOUR, "h", MINUTE, "min", 10);
        }
        return two(millis, DAY, "d", HOUR, "h", 10);
    }

    private static String two(long millis, long large, String largeUnit, long small, String smallUnit, int few) {
        long first = millis / large;
        long second = millis % large / small;
        String whole = count(first) + "\u00a0" + largeUnit;
        return second == 0 || first >= few ? whole : whole + " " + second + "\u00a0" + smallUnit;
    }
}
