package io.lasttab.benchmark.ledger;

import io.lasttab.core.session.PageMessage;
import io.lasttab.core.session.Policy;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionTracker;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** What makes sessions and words for the benchmarks. */
final class Population {

    private Population() {}

    /** The default settings, but for the grace after the last page was closed, in milliseconds. */
    static SessionTracker tracker(Reaper reaper, SessionStore store, long closed) {
        return new SessionTracker(
                reaper, store, new Policy(closed, closed, 900_000, 600_000, 30_000, own -> false), false);
    }

    /** The id of a page as its script makes it. */
    static String page(SplittableRandom random) {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    /** The body of a beacon. */
    static byte[] body(String kind, String page, int sequence) {
        return (kind + ' ' + page + ' ' + sequence).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the endpoint does with the body of a beacon. */
    static boolean hear(SessionTracker tracker, Object session, byte[] body) {
        PageMessage message = PageMessage.parse(new String(body, StandardCharsets.ISO_8859_1));
        return message != null && tracker.track(session).heard(message);
    }
}
