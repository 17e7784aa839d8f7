package io.lasttab.core.settings;

/** How durations are written: a whole number and its unit, nothing between. */
final class DurationText {

    static final String UNITS = "ms, s, m, h";

    private DurationText() {}

    static boolean lacksUnit(String text) {
        return !text.isEmpty() && digits(text) == text.length();
    }

    static boolean isDuration(String text) {
        return digits(text) > 0 && unitMillis(text.substring(digits(text))) > 0;
    }

    /** Milliseconds of a text that {@link #isDuration}; what no long can hold is {@link Long#MAX_VALUE}. */
    static long millis(String text) {
        int digits = digits(text);
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unitMillis(text.substring(digits)));
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    /** How many ASCII digits the text begins with. Not Character.isDigit: other scripts' digits would be a surprise. */
    private static int digits(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    private static long unitMillis(String unit) {
        switch (unit) {
            case "ms":
                return 1;
            case "s":
                return 1_000;
            case "m":
                return 60_000;
            case "h":
                return 3_600_000;
            default:
                return 0;
        }
    }
}
