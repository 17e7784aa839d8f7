package io.lasttab.core.html;

import java.util.Locale;

/**
 * The origin that a page comes from, as far as the server knows what its browser has asked: what the sources of a policy are
 * held against (CSP 3, section 6.7.2). In doubt nothing matches.
 */
final class PageOrigin {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final boolean secure;
    private final String host;
    private final int port; // that of the scheme where the browser named none

    private PageOrigin(boolean secure, String host, int port) {
        this.secure = secure;
        this.host = host;
        this.port = port;
    }

    /** Behind a proxy its word counts, if it gives any: the server itself was asked by another name. */
    static PageOrigin of(ResponseHead head) {
        String forwarded = first(head.requestHeader("X-Forwarded-Host"));
        String host = forwarded.isEmpty() ? lowerCase(head.serverName()) : withoutPort(forwarded);
        int port = forwarded.isEmpty() ? head.serverPort() : portOf(forwarded);
        boolean secure = head.isSecure()
                || first(head.requestHeader("X-Forwarded-Proto")).equals("https")
                // Sent to secure origins and to the machine itself only (Fetch Metadata, 2.1).
                || (head.fetchDest() != null && !isThisMachine(host));
        boolean usual = port <= 0 || port == HTTP || port == HTTPS;
        return new PageOrigin(secure, host, usual ? secure ? HTTPS : HTTP : port);
    }

    /**
     * Whether a source expression allows the addresses of this origin.
     *
     * @param source such as {@code 'self'}, {@code https:}, {@code *.shop.example:8443}
     */
    boolean isAllowedBy(String source) {
        String rest = lowerCase(source);
        if (rest.equals("'self'") || rest.equals("*")) {
            return true;
        }
        if (rest.equals("https:") || rest.equals("http:")) {
            return isOfScheme(rest.substring(0, rest.length() - 1));
        }
        int scheme = rest.indexOf("://");
        if (scheme >= 0 && !isOfScheme(rest.substring(0, scheme))) {
            return false;
        }
        String address = scheme < 0 ? rest : rest.substring(scheme + 3);
        int slash = address.indexOf('/');
        if (slash >= 0 && slash < address.length() - 1) {
            return false; // Lasttab's own path would have to be under it
        }
        String authority = slash < 0 ? address : address.substring(0, slash);
        return isOfPort(authority) && isOfHost(withoutPort(authority));
    }

    private boolean isOfScheme(String scheme) {
        return scheme.equals("http") || (secure && scheme.equals("https"));
    }

    private boolean isOfPort(String authority) {
        String wanted = authority.substring(withoutPort(authority).length());
        return wanted.isEmpty() ? port == (secure ? HTTPS : HTTP) : wanted.equals(":*") || wanted.equals(":" + port);
    }

    private boolean isOfHost(String pattern) {
        if (pattern.startsWith("*.")) {
            return host.endsWith(pattern.substring(1));
        }
        // Of the numeric addresses the standard lets only this one match.
        boolean name = !isNumeric(pattern) || pattern.equals("127.0.0.1");
        return pattern.equals("*") || (name && pattern.equals(host));
    }

    private static boolean isNumeric(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || (host.startsWith("127.") && isNumeric(host));
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static int portOf(String authority) {
        String digits = authority.substring(withoutPort(authority).length()).replaceFirst("^:", "");
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    }

    /** What the proxy in front of all others has put into a list. */
    private static String first(String list) {
        if (list == null) {
            return "";
        }
        int comma = list.indexOf(',');
        return lowerCase(comma < 0 ? list : list.substring(0, comma)).trim();
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
