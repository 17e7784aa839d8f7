package io.lasttab.core.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code Content-Security-Policy} header, read: of each policy in it the directives that rule our tag. Headers that were
 * read last are remembered by their text, since the pages of an application have the same one as a rule. Immutable, safe for
 * use by many threads.
 */
final class PolicyHeader {

    /** Those that may rule scripts with a {@code src}, the closest first; the closest that is there rules alone. */
    private static final String[] SCRIPTS = {"script-src-elem", "script-src", "default-src"};

    private static final String[] CONNECTIONS = {"connect-src", "default-src"};

    /** The base64-value grammar: nothing that could end an attribute. */
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_-]+={0,2})'", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    /** Each in the place that its text's hash gives it; of two with the same place, the later one stays. */
    private static final AtomicReferenceArray<PolicyHeader> KNOWN = new AtomicReferenceArray<>(16);

    private final String text;
    private final List<Policy> policies;

    /** One of the header's policies: directives with their names in front, as they were written; null for one that is not there. */
    static final class Policy {
        final String[] sandbox;
        final String[] scripts;
        final String[] connections;
        final String nonce;

        private Policy(String[] directives) {
            sandbox = directive(directives, "sandbox");
            scripts = directive(directives, SCRIPTS);
            connections = directive(directives, CONNECTIONS);
            nonce = scripts == null ? null : nonceAmong(scripts);
        }
    }

    private PolicyHeader(String text) {
        this.text = text;
        List<Policy> read = new ArrayList<>();
        for (String policy : text.split(",")) {
            read.add(new Policy(policy.split(";")));
        }
        policies = Collections.unmodifiableList(read);
    }

    /**
     * Reads a header.
     *
     * @param text the header's value; not null
     */
    static PolicyHeader of(String text) {
        int place = text.hashCode() & (KNOWN.length() - 1);
        PolicyHeader known = KNOWN.get(place);
        if (known != null && known.text.equals(text)) {
            return known;
        }
        PolicyHeader read = new PolicyHeader(text);
        KNOWN.lazySet(place, read); // one with a nonce, too: its own page asks more than once
        return read;
    }

    /** The header's policies, each of which a page has to obey; in their order. */
    List<Policy> policies() {
        return policies;
    }

    /** The first nonce that is named for scripts; null if there is none. */
    String nonce() {
        for (Policy policy : policies) {
            if (policy.nonce != null) {
                return policy.nonce;
            }
        }
        return null;
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
