package io.lasttab.core.settings;

import java.util.Locale;

/** How sizes and counts are written: a whole number, with a unit behind it if it is a size. One KB has 1024 bytes. */
final class AmountText {

    static final String UNITS = "KB, MB, GB";

    private AmountText() {}

    static boolean isAmount(String text) {
        int digits = digits(text);
        return digits > 0 && unit(text.substring(digits)) > 0;
    }

    static boolean hasUnit(String text) {
        return digits(text) < text.length();
    }

    /** The bytes or the count of a text that {@link #isAmount}; what no long can hold is {@link Long#MAX_VALUE}. */
    static long amount(String text) {
        int digits = digits(text);
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit(text.substring(digits)));
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    /** Why a text is no amount from least to most; null if it is one. */
    static String objectionTo(String text, String least, String most, String example) {
        boolean size = hasUnit(least);
        String what = size ? "a size" : "a whole number";
        String forms = "such as " + example + " (" + least + " to " + most + ")";
        if (text.isEmpty()) {
            return "no value: write " + what + ", " + forms;
        }
        if (size && !hasUnit(text)) {
            return "a size needs a unit, " + UNITS + ", " + forms;
        }
        if (!isAmount(text) || size != hasUnit(text)) {
            return "not " + what + ": write " + (size ? "a whole number and its unit without a space, " : "one, ")
                    + forms;
        }
        if (amount(text) < amount(least) || amount(text) > amount(most)) {
            return "out of range: " + least + " to " + most + " is allowed";
        }
        return null;
    }

    /** How many ASCII digits the text begins with. */
    private static int digits(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    private static long unit(String unit) {
        switch (unit.toUpperCase(Locale.ROOT)) {
            case "":
                return 1;
            case "KB":
                return 1L << 10;
            case "MB":
                return 1L << 20;
            case "GB":
                return 1L << 30;
            default:
                return 0;
        }
    }
}
