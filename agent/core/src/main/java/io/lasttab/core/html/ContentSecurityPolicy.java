package io.lasttab.core.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one thing in a {@code Content-Security-Policy} that the tag needs to know. */
final class ContentSecurityPolicy {

    /** Those that may rule scripts with a {@code src}, the closest first; the closest that is there rules alone. */
    private static final String[] DIRECTIVES = {"script-src-elem", "script-src", "default-src"};

    /** The base64-value grammar: nothing that could end an attribute. */
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_-]+={0,2})'", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    private ContentSecurityPolicy() {}

    /** The nonce that scripts must carry; null if there is no header, or it asks for none. */
    static String nonce(String header) {
        if (header == null) {
            return null;
        }
        for (String policy : header.split(",")) {
            String nonce = nonceOf(policy.split(";"));
            if (nonce != null) {
                return nonce;
            }
        }
        return null;
    }

    private static String nonceOf(String[] directives) {
        for (String name : DIRECTIVES) {
            for (String directive : directives) {
                String[] words = SPACE.split(directive.trim());
                if (words[0].equalsIgnoreCase(name)) {
                    return nonceAmong(words); // of two directives of one name, browsers ignore the second
                }
            }
        }
        return null;
    }

    private static String nonceAmong(String[] words) {
        for (String word : words) {
            Matcher nonce = NONCE.matcher(word);
            if (nonce.matches()) {
                return nonce.group(1);
            }
        }
        return null;
    }
}
