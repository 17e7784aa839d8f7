package io.lasttab.core.html;

/** Tells from the head of a response whether it leads the user to another site. Pure functions. */
public final class Redirect {

    private Redirect() {}

    /** Whether a status can be a redirect's. All that the responses that are none cost. */
    public static boolean is(int status) {
        return status >= 300 && status < 400 && status != 304;
    }

    /**
     * The host that a redirect leads the user to, if it is another one than the one that was asked.
     *
     * <p>Only a document that is shown in a tab leads its user anywhere; an image or data may come from wherever it likes.
     * Schemes are not compared, as behind a proxy the server often knows another one than the client. Nor does every server
     * know by which name the client asked: {@code X-Forwarded-Host} counts too, and in doubt the host is another one, which
     * keeps a session longer.
     *
     * @return its name in the case in which it is written, with a port behind it if it is not a usual one; null if there is
     *     none, or none other
     */
    public static String otherHost(ResponseHead head) {
        String location = head.header("Location");
        String host = location == null ? null : hostOf(location.trim());
        if (host == null || !Eligibility.isTopNavigation(head)) {
            return null;
        }
        String name = head.serverName();
        boolean own = name != null && host.equalsIgnoreCase(withoutUsualPort(name + ":" + head.serverPort()));
        return own || isForwarded(host, head.requestHeader("X-Forwarded-Host")) ? null : host;
    }

    /** The host and port in an absolute address ({@code https://host/}) or one without its scheme ({@code //host/}). */
    private static String hostOf(String location) {
        int start = location.indexOf("//");
        if (start < 0 || (start > 0 && !isScheme(location, start))) {
            return null;
        }
        start += 2;
        int end = start;
        while (end < location.length() && "/?#\\".indexOf(location.charAt(end)) < 0) {
            end++;
        }
        String authority = location.substring(start, end);
        String host = withoutUsualPort(authority.substring(authority.lastIndexOf('@') + 1));
        return host.isEmpty() ? null : host;
    }

    /** Whether there is a colon at the end, and no other sign that belongs to a path before it. */
    private static boolean isScheme(String location, int end) {
        for (int i = 0; i < end - 1; i++) {
            char c = location.charAt(i);
            if (!Character.isLetterOrDigit(c) && "+-.".indexOf(c) < 0) {
                return false;
            }
        }
        return location.charAt(end - 1) == ':';
    }

    private static boolean isForwarded(String host, String forwarded) {
        if (forwarded == null) {
            return false;
        }
        int comma = forwarded.indexOf(','); // the first proxy is the one that the client has asked
        String first = comma < 0 ? forwarded : forwarded.substring(0, comma);
        return host.equalsIgnoreCase(withoutUsualPort(first.trim()));
    }

    private static String withoutUsualPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        String number = port ? host.substring(colon + 1) : "";
        return port && (number.isEmpty() || number.equals("80") || number.equals("443") || number.equals("-1"))
                ? host.substring(0, colon)
                : host;
    }
}
