package io.lasttab.report.page;

import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Ender;
import java.util.Locale;

/** Names of colours in the style sheet. */
final class Tone {

    private Tone() {}

    static String of(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Ender ender) {
        return "by-" + ender.name().toLowerCase(Locale.ROOT);
    }
}
