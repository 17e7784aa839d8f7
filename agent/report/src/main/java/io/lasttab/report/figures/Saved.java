package io.lasttab.report.figures;

import io.lasttab.report.log.Ender;
import io.lasttab.report.log.Exit;

/** How much earlier than by its idle timeout Lasttab ended a session. What an operator ended is no merit of Lasttab's. */
final class Saved {

    private Saved() {}

    static boolean isEarly(Exit exit) {
        return exit.cause().ender() == Ender.LASTTAB;
    }

    /** False if it would have been held for ever, or as good as. */
    static boolean hasTimeout(Exit exit) {
        return exit.wouldHaveEndedAtMillis() >= 0
                && exit.wouldHaveEndedAtMillis() - exit.timeMillis() <= History.REACH_MILLIS;
    }

    /** Not negative; 0 if it is not {@linkplain #isEarly early}, and if it {@linkplain #hasTimeout has no timeout}. */
    static long millis(Exit exit) {
        return isEarly(exit) && hasTimeout(exit) ? Math.max(0, exit.wouldHaveEndedAtMillis() - exit.timeMillis()) : 0;
    }
}
