package io.lasttab.core.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tag needs to know of a {@code Content-Security-Policy} header: which nonce the script must carry, and whether
 * the page will be able to speak at all. One in a {@code meta} element cannot be seen.
 */
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
        String[] scripts = directive(directives, DIRECTIVES);
        return scripts == null ? null : nonceAmong(scripts);
    }

    /**
     * Whether a script of the same origin, with the nonce that the policy names, would run and could send to its own origin.
     * In doubt it is said that it could not: then the page counts as one that cannot speak.
     *
     * @param header all policies with commas between them, of which each has to agree; null for none
     */
    static boolean letsThePageSpeak(String header) {
        if (header == null) {
            return true;
        }
        for (String policy : header.split(",")) {
            String[] directives = policy.split(";");
            if (isSandboxed(directive(directives, "sandbox"))
                    || !letsScriptRun(directive(directives, DIRECTIVES))
                    || !allowsOwnOrigin(directive(directives, "connect-src", "default-src"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSandboxed(String[] sandbox) {
        return sandbox != null && !(has(sandbox, "allow-scripts") && has(sandbox, "allow-same-origin"));
    }

    private static boolean letsScriptRun(String[] scripts) {
        if (scripts == null || nonceAmong(scripts) != null) {
            return true;
        }
        return !has(scripts, "'strict-dynamic'") && allowsOwnOrigin(scripts); // which trusts no address
    }

    /** By {@code 'self'}, or a source that any address of the web matches; others could be ours, but need not. */
    private static boolean allowsOwnOrigin(String[] sources) {
        return sources == null
                || has(sources, "'self'")
                || has(sources, "*")
                || has(sources, "https:")
                || has(sources, "http:");
    }

    private static boolean has(String[] words, String word) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    /** The words of the first of these directives that is there; null if none is. */
    private static String[] directive(String[] directives, String... names) {
        for (String name : names) {
            for (String directive : directives) {
                String[] words = SPACE.split(directive.trim());
                if (words[0].equalsIgnoreCase(name)) {
                    return words; // of two directives of one name, browsers ignore the second
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
