package io.lasttab.core.settings;

import java.util.Locale;

/** How keys and applications are spelled: dotted in the file and in system properties, upper case in the environment. */
enum Spelling {
    DOTTED('.', "app.") {
        @Override
        String of(Key key) {
            return key.keyName();
        }

        @Override
        String application(String context) {
            return canonical(context);
        }
    },
    UPPER_CASE('_', "APP_") {
        @Override
        String of(Key key) {
            return upperCase(key.keyName());
        }

        /** Environment variables know no slashes, dots or lower case: contexts that differ only in these are one here. */
        @Override
        String application(String context) {
            String name = canonical(context);
            return name.isEmpty() ? ROOT : upperCase(name);
        }
    };

    /** How the root application is named in settings. */
    static final String ROOT = "ROOT";

    private static final String VERSION = "##";

    final char separator;
    final String applicationPrefix;

    Spelling(char separator, String applicationPrefix) {
        this.separator = separator;
        this.applicationPrefix = applicationPrefix;
    }

    /** The key without prefix, as this spelling has it. */
    abstract String of(Key key);

    /** What to file an application under, from the way that an operator or a container names its context. */
    abstract String application(String context);

    /** What a name without its source's prefix stands for; null if it is no key. */
    Address read(String written) {
        for (Key key : Key.values()) {
            if (written.equals(of(key))) {
                return new Address(key, null);
            }
        }
        if (!written.startsWith(applicationPrefix)) {
            return null;
        }
        // The context may hold the separator itself, so the key is looked for from the end, the longest one first.
        String rest = written.substring(applicationPrefix.length());
        Key found = null;
        for (Key key : Key.values()) {
            String suffix = separator + of(key);
            if (rest.endsWith(suffix)
                    && rest.length() > suffix.length()
                    && (found == null || of(key).length() > of(found).length())) {
                found = key;
            }
        }
        if (found == null) {
            return null;
        }
        String context = rest.substring(0, rest.length() - of(found).length() - 1);
        return new Address(found, application(context));
    }

    /** The context without its Tomcat version ({@code shop##42} is {@code shop}); null if it has none. */
    static String withoutVersion(String context) {
        int version = context.indexOf(VERSION);
        return version < 0 ? null : context.substring(0, version);
    }

    /** One name for one application: no slashes around it, and an empty name for the root, with or without version. */
    private static String canonical(String context) {
        int from = 0;
        int to = context.length();
        while (from < to && context.charAt(from) == '/') {
            from++;
        }
        while (to > from && context.charAt(to - 1) == '/') {
            to--;
        }
        String name = context.substring(from, to);
        return name.equals(ROOT) || name.startsWith(ROOT + VERSION) ? name.substring(ROOT.length()) : name;
    }

    private static String upperCase(String name) {
        StringBuilder upper = new StringBuilder(name.toUpperCase(Locale.ROOT));
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
                upper.setCharAt(i, '_');
            }
        }
        return upper.toString();
    }
}
