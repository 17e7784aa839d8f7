package io.lasttab.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names of hosts as they are set, with commas between them: {@code pay.example} with any port, {@code pay.example:8443} with
 * that one, {@code *.example} for every name below, {@code *} for every host, {@code none} for none. Immutable.
 */
final class HostNames {

    /** What the values look like, for people. */
    static final String FORM = "host names";

    private static final String NONE = "none";
    private static final String WANTED =
            "write host names with commas between them, such as pay.example, *.example or pay.example:8443, or none";

    private final String text;
    private final List<String> names;

    /** @param text a value that there is no objection to */
    HostNames(String text) {
        this.text = text.trim();
        this.names = this.text.equalsIgnoreCase(NONE) ? new ArrayList<>() : split(this.text.toLowerCase(Locale.ROOT));
    }

    /** By hand, as settings are read before the server's first line of code ({@link Settings}). */
    private static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            names.add(text.substring(start, end).trim());
            start = end + 1;
        }
        return names;
    }

    /** Why a text is no list of host names; null if it is one. */
    static String objectionTo(String text) {
        if (text.isEmpty()) {
            return "no value: " + WANTED;
        }
        for (String name : split(text.toLowerCase(Locale.ROOT))) {
            String host = name.startsWith("*.") ? name.substring(2) : name;
            if (!name.equals("*") && !isHost(host)) {
                return "not a list of host names: " + WANTED;
            }
        }
        return null;
    }

    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && ".-_:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    /** Whether one of them names that host, with or without a port. */
    boolean name(String host) {
        String whole = host.toLowerCase(Locale.ROOT);
        int colon = whole.lastIndexOf(':');
        String withoutPort = colon > whole.lastIndexOf(']') ? whole.substring(0, colon) : whole;
        for (String name : names) {
            if (isNamed(whole, name) || isNamed(withoutPort, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String host, String name) {
        if (name.startsWith("*")) {
            return name.length() == 1 || (host.length() >= name.length() && host.endsWith(name.substring(1)));
        }
        return host.equals(name);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
