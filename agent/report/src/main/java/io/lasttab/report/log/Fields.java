package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** What one line of the log says by name; which of it is missing or no such value, it says itself. */
final class Fields {

    /** What stands before the line in the server's log ({@code exits.log=true}), behind thread and level. */
    private static final byte[] LOGGER = " io.lasttab.exits - {".getBytes(US_ASCII);

    private static final String TIME = "2026-01-31T23:59:59.999Z";

    private final Map<String, Object> byName;

    private Fields(Map<String, Object> byName) {
        this.byName = byName;
    }

    /**
     * @param from of the first byte
     * @param to behind the last byte
     */
    static Fields of(byte[] bytes, int from, int to) throws BadLineException {
        return new Fields(FlatJson.read(bytes, behindLogger(bytes, from, to), to));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Whether it is there, and null. */
    boolean isNull(String name) {
        return byName.get(name) == null && byName.containsKey(name);
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

    String text(String name) throws BadLineException {
        Object value = value(name);
        if (!(value instanceof String)) {
            throw new BadLineException("has a " + name + " that is no text");
        }
        return (String) value;
    }

    boolean bool(String name) throws BadLineException {
        Object value = value(name);
        if (!(value instanceof Boolean)) {
            throw new BadLineException("has an " + name + " that is neither true nor false");
        }
        return (Boolean) value;
    }

    long count(String name) throws BadLineException {
        Object value = value(name);
        if (!(value instanceof Long) || (Long) value < 0) {
            throw new BadLineException("has " + name + " that are no whole number from 0 up");
        }
        return (Long) value;
    }

    long time(String name) throws BadLineException {
        String text = text(name);
        try {
            return millis(text);
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new BadLineException(
                    "has the " + name + " " + BadLineException.quote(text) + ", which is no time like " + TIME);
        }
    }

    private Object value(String name) throws BadLineException {
        if (!byName.containsKey(name)) {
            throw new BadLineException("has no " + name);
        }
        return byName.get(name);
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
