package io.lasttab.core.settings;

/**
 * The path under which browsers see an application, as it is set: {@code /shop}, {@code /} for the whole host, or {@code
 * same} for the context path. Pure functions.
 */
final class PublicPath {

    /** What the values look like, for people. */
    static final String FORM = "path or same";

    private static final String SAME = "same";
    private static final String WANTED =
            "write the path as it stands in the browser's address, such as /shop, or / for the whole host, or same";

    private PublicPath() {}

    /** Why a text is no such path; null if it is one. */
    static String objectionTo(String text) {
        if (text.isEmpty()) {
            return "no value: " + WANTED;
        }
        return text.equalsIgnoreCase(SAME) || isPath(text) ? null : "not a path: " + WANTED;
    }

    /** By hand, as settings are read before the server's first line of code ({@link Settings}). */
    private static boolean isPath(String text) {
        String path = text.endsWith("/") ? text : text + '/';
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            if (!isSegment(path.substring(start, slash), start == 0)) {
                return false;
            }
            start = slash + 1;
        }
        return path.charAt(0) == '/';
    }

    /** Whether a browser would send it as it is; nothing stands before the first slash, and something before all others. */
    private static boolean isSegment(String segment, boolean first) {
        if (first || segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return first && segment.isEmpty();
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && "-._~!$&()*+,;=:@%".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The path for an application.
     *
     * @param text a value that there is no objection to
     * @param contextPath the application's own path; empty for the root
     * @return a path that Lasttab's addresses can be put behind: without a slash at its end, empty for the whole host
     */
    static String of(String text, String contextPath) {
        if (text.equalsIgnoreCase(SAME)) {
            return contextPath;
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
