package io.lasttab.report.log;

/** A line that says neither an end of a session nor a false expiry; the message continues «line 7 …». */
final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST = 30;

    BadLineException(String why) {
        super(why, null, false, false); // there may be millions
    }

    /** A word of the log as it may be shown: cut, and without what could steer a terminal. */
    static String quote(String word) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < word.length() && i < LONGEST; i++) {
            char c = word.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return shown.append(word.length() > LONGEST ? "…\"" : "\"").toString();
    }
}
