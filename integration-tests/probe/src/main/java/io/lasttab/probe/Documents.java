package io.lasttab.probe;

/** The texts that the corpus serves. */
final class Documents {
    static final String HEAD = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Corpus</title>\n</head>\n";
    static final String TAIL = "</body>\n</html>\n";
    static final String ASCII = HEAD + "<body>\n<p>plain</p>\n" + TAIL;
    static final String UMLAUTS =
            HEAD + "<body>\n<p>Gr\u00fc\u00dfe, \u017elu\u0165ou\u010dk\u00fd k\u016f\u0148</p>\n" + TAIL;
    static final String JAPANESE = HEAD + "<body>\n<p>\u8868\u793a\u30bd\u80fd</p>\n" + TAIL;
    /** Several times the size of a container's buffer. */
    static final String BIG = big();

    private Documents() {}

    private static String big() {
        StringBuilder text = new StringBuilder(HEAD).append("<body>\n");
        for (int line = 0; text.length() < 200 * 1024; line++) {
            text.append("<p>line ").append(line).append(" of a long page</p>\n");
        }
        return text.append(TAIL).toString();
    }
}
