package io.lasttab.jetty9;

import java.util.function.Consumer;

/** Reads {@code Cookie} headers by hand, as Jetty hands cookies out in servlet types only. */
final class CookieHeader {

    private CookieHeader() {}

    /**
     * Finds the values of one cookie, of which there may be several for different paths.
     *
     * @param header a header's value
     * @param name the cookie's name, in any case as for {@code SessionHandler.checkRequestedSessionId}
     */
    static void values(String header, String name, Consumer<String> found) {
        for (int start = 0; start < header.length(); ) {
            int semicolon = header.indexOf(';', start);
            int end = semicolon < 0 ? header.length() : semicolon;
            int equals = header.indexOf('=', start);
            if (equals > 0
                    && equals < end
                    && header.substring(start, equals).trim().equalsIgnoreCase(name)) {
                found.accept(unquoted(header.substring(equals + 1, end).trim()));
            }
            start = end + 1;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
