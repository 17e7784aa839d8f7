package io.lasttab.core.settings;

/** What an operator wrote, made fit for an error message: one line, short, and nothing that moves a terminal's cursor. */
final class OneLine {

    private static final int LONGEST = 80;

    private OneLine() {}

    /** The text with a question mark for each character that does not print, cut at 80 characters. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return printable(text);
        }
        int end = LONGEST - 3;
        return printable(text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)) + "...";
    }

    /** The whole text with a question mark for each character that does not print: for paths, whose end matters. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            line.appendCodePoint(isPrintable(c) ? c : '?');
        }
        return line.toString();
    }

    private static boolean isPrintable(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return false;
            default:
                return true;
        }
    }
}
