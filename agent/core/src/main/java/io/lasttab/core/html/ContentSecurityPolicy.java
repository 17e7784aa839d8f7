package io.lasttab.core.html;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;

/**
 * What the tag needs to know of a {@code Content-Security-Policy} header: which nonce the script must carry, whether the page
 * will be able to speak at all, and what an operator can do if not. A policy in a {@code meta} element cannot be seen. Pure
 * functions.
 */
public final class ContentSecurityPolicy {

    private static final String ENFORCED = "Content-Security-Policy";
    private static final String REPORTED = "Content-Security-Policy-Report-Only";

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
        return header == null ? null : PolicyHeader.of(header).nonce();
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
        for (PolicyHeader.Policy policy : PolicyHeader.of(header).policies()) {
            String[] sandbox = policy.sandbox;
            if (sandbox != null && !(has(sandbox, "allow-scripts") && has(sandbox, "allow-same-origin"))) {
                missing.add("add allow-scripts and allow-same-origin to sandbox");
            }
            String[] scripts = policy.scripts;
            if (scripts != null && !letsScriptRun(policy, nonce, origin)) {
                missing.add(
                        has(scripts, "'strict-dynamic'") // which trusts no address
                                ? "add a nonce to " + lowerCase(scripts[0])
                                : self("script-src", scripts));
            }
            String[] connections = policy.connections;
            if (connections != null && !allows(connections, origin)) {
                missing.add(self("connect-src", connections));
            }
        }
        return missing;
    }

    private static boolean letsScriptRun(PolicyHeader.Policy policy, String nonce, PageOrigin origin) {
        // Each policy may name a nonce of its own, but a script has one.
        return (nonce != null && nonce.equals(policy.nonce))
                || (!has(policy.scripts, "'strict-dynamic'") && allows(policy.scripts, origin));
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

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
