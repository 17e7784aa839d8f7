package io.lasttab.core.settings;

/** The places that settings come from besides the defaults, each beating those before it. */
enum Source {
    FILE("", "", Spelling.DOTTED),
    ENVIRONMENT("environment variable ", "LASTTAB_", Spelling.UPPER_CASE),
    SYSTEM_PROPERTIES("system property ", "-Dlasttab.", Spelling.DOTTED);

    final String noun;

    /** What stands before every key, as the operator would type it. */
    final String prefix;

    final Spelling spelling;

    Source(String noun, String prefix, Spelling spelling) {
        this.noun = noun;
        this.prefix = prefix;
        this.spelling = spelling;
    }
}
