package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** Makes an {@link Exit} out of a line, or says what is wrong with it. */
final class ExitParser {

    /** What stands before the line in the server's log ({@code exits.log=true}), behind thread and level. */
    private static final byte[] LOGGER = " io.lasttab.exits - {".getBytes(US_ASCII);

    private static final String TIME = "2026-01-31T23:59:59.999Z";

    private ExitParser() {}

    static Exit parse(byte[] bytes, int from, int to) throws BadLineException {
        Map<String, Object> fields = FlatJson.read(bytes, behindLogger(bytes, from, to), to);
        boolean ended = bool(fields, "ended");
        long time = time(fields, "time");
        return new Exit(
                text(fields, "host"),
                text(fields, "context"),
                Cause.of(text(fields, "cause")),
                ended,
                (int) Math.min(count(fields, "pages"), Integer.MAX_VALUE),
                time,
                count(fields, "lifetimeMillis"),
                count(fields, "idleMillis"),
                fields.get("wouldHaveEndedAt") == null && fields.containsKey("wouldHaveEndedAt")
                        ? -1
                        : time(fields, "wouldHaveEndedAt"));
    }

    private static int behindLogger(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '[') {
            for (int i = from; i <= to - LOGGER.length; i++) {
                if (startsWith(bytes, i, LOGGER)) {
                    return i + LOGGER.length - 1;
                }
            }
        }
        return from;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (bytes[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(Map<String, Object> fields, String name) throws BadLineException {
        Object value = value(fields, name);
        if (!(value instanceof String)) {
            throw new BadLineException("has a " + name + " that is no text");
        }
        return (String) value;
    }

    private static boolean bool(Map<String, Object> fields, String name) throws BadLineException {
        Object value = value(fields, name);
        if (!(value instanceof Boolean)) {
            throw new BadLineException("has an " + name + " that is neither true nor false");
        }
        return (Boolean) value;
    }

    private static long count(Map<String, Object> fields, String name) throws BadLineException {
        Object value = value(fields, name);
        if (!(value instanceof Long) || (Long) value < 0) {
            throw new BadLineException("has " + name + " that are no whole number from 0 up");
        }
        return (Long) value;
    }

    private static long time(Map<String, Object> fields, String name) throws BadLineException {
        String text = text(fields, name);
        try {
            return millis(text);
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new BadLineException(
                    "has the " + name + " " + BadLineException.quote(text) + ", which is no time like " + TIME);
        }
    }

    private static Object value(Map<String, Object> fields, String name) throws BadLineException {
        if (!fields.containsKey(name)) {
            throw new BadLineException("has no " + name);
        }
        return fields.get(name);
    }

    /** A {@code DateTimeFormatter} would take half of the time that a report takes. */
    private static long millis(String time) {
        if (time.length() != TIME.length()
                || time.charAt(4) != '-'
                || time.charAt(7) != '-'
                || time.charAt(10) != 'T'
                || time.charAt(13) != ':'
                || time.charAt(16) != ':'
                || time.charAt(19) != '.'
                || time.charAt(23) != 'Z') {
            throw new DateTimeException("not of that form");
        }
        long day = LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10))
                .toEpochDay();
        int second = LocalTime.of(number(time, 11, 13), number(time, 14, 16), number(time, 17, 19))
                .toSecondOfDay();
        long millis = (day * 86_400 + second) * 1000 + number(time, 20, 23);
        if (millis < 0) {
            throw new DateTimeException("before 1970");
        }
        return millis;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new NumberFormatException();
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
