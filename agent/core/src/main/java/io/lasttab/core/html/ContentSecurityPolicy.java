package io.lasttab.core.html;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tag needs to know of a {@code Content-Security-Policy} header: which nonce the script must carry, whether the page
 * will be able to speak at all, and what an operator can do if not. A policy in a {@code meta} element cannot be seen. Pure
 * functions.
 */
public final class ContentSecurityPolicy {

    private static final String ENFORCED = "Content-Security-Policy";
    private static final String REPORTED = "Content-Security-Policy-Report-Only";

    /** Those that may rule scripts with a {@code src}, the closest first; the closest that is there rules alone. */
    private static final String[] SCRIPTS = {"script-src-elem", "script-src", "default-src"};

    private static final String[] CONNECTIONS = {"connect-src", "default-src"};

    /** The base64-value grammar: nothing that could end an attribute. */
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_-]+={0,2})'", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    private ContentSecurityPolicy() {}

    /**
     * The nonce that scripts should carry: that of the policy that is enforced, or else that of one that is only tried out;
     * null if there is none.
     */
    static String nonce(ResponseHead head) {
        String enforced = nonce(head.header(ENFORCED));
        return enforced == null ? nonce(head.header(REPORTED)) : enforced;
    }

    /** The first nonce that a header names for scripts; null if there is no header, or it names none. */
    static String nonce(String header) {
        if (header == null) {
            return null;
        }
        for (String policy : header.split(",")) {
            String[] scripts = directive(policy.split(";"), SCRIPTS);
            String nonce = scripts == null ? null : nonceAmong(scripts);
            if (nonce != null) {
                return nonce;
            }
        }
        return null;
    }

    /**
     * Whether a script of the same origin, with the nonce that the policy names, would run and could send to its own origin.
     * In doubt it is said that it could not: then the page counts as one that cannot speak.
     */
    static boolean letsThePageSpeak(ResponseHead head) {
        String header = head.header(ENFORCED);
        return header == null || missing(header, head).isEmpty();
    }

    /** The same of a copy, whose tag has no nonce, or one that fits no policy that comes later. */
    static boolean letsACopySpeak(ResponseHead head) {
        String header = head.header(ENFORCED);
        return header == null || (nonce(header) == null && missing(header, head).isEmpty());
    }

    /**
     * What would have to be added to the policy for the page to speak.
     *
     * @return one line for operators without anything of the header's own in it, such as {@code add 'self' to connect-src};
     *     empty if nothing is missing
     */
    public static String remedy(ResponseHead head) {
        return remedy(head.header(ENFORCED), head);
    }

    /** The same for a policy that is only tried out: it keeps nothing from running, but browsers will complain. */
    public static String remedyOfTrial(ResponseHead head) {
        return remedy(head.header(REPORTED), head);
    }

    private static String remedy(String header, ResponseHead head) {
        return header == null ? "" : String.join("; ", missing(header, head));
    }

    /** Of several policies, with commas between them, each has to agree. */
    private static Collection<String> missing(String header, ResponseHead head) {
        Collection<String> missing = new LinkedHashSet<>();
        PageOrigin origin = PageOrigin.of(head);
        String nonce = nonce(head);
        for (String policy : header.split(",")) {
            String[] directives = policy.split(";");
            String[] sandbox = directive(directives, "sandbox");
            if (sandbox != null && !(has(sandbox, "allow-scripts") && has(sandbox, "allow-same-origin"))) {
                missing.add("add allow-scripts and allow-same-origin to sandbox");
            }
            String[] scripts = directive(directives, SCRIPTS);
            if (scripts != null && !letsScriptRun(scripts, nonce, origin)) {
                missing.add(
                        has(scripts, "'strict-dynamic'") // which trusts no address
                                ? "add a nonce to " + lowerCase(scripts[0])
                                : self("script-src", scripts));
            }
            String[] connections = directive(directives, CONNECTIONS);
            if (connections != null && !allows(connections, origin)) {
                missing.add(self("connect-src", connections));
            }
        }
        return missing;
    }

    private static boolean letsScriptRun(String[] scripts, String nonce, PageOrigin origin) {
        // Each policy may name a nonce of its own, but a script has one.
        return (nonce != null && nonce.equals(nonceAmong(scripts)))
                || (!has(scripts, "'strict-dynamic'") && allows(scripts, origin));
    }

    private static boolean allows(String[] sources, PageOrigin origin) {
        for (int i = 1; i < sources.length; i++) {
            if (origin.isAllowedBy(sources[i])) {
                return true;
            }
        }
        return false;
    }

    /** A directive of its own only where it takes nothing away that {@code default-src} allows. */
    private static String self(String name, String[] ruling) {
        boolean nothingElse = ruling.length == 1 || (ruling.length == 2 && has(ruling, "'none'"));
        String found = lowerCase(ruling[0]);
        return found.equals("default-src") && nothingElse ? "add " + name + " 'self'" : "add 'self' to " + found;
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

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
