package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.PageMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/**
 * What a tracked session takes on the heap, counted object by object on the JVM that runs the test: with pointers of four
 * bytes, as in every heap below 32 GB. Holds what is reached, see docs/performance.md.
 */
class FootprintTest {

    static {
        System.setProperty("jol.magicFieldOffset", "true"); // lambdas, too, are counted
    }

    private static final int SESSIONS = 10_000;
    private static final double MOST_BYTES = 195; // 200 are allowed

    private final AtomicLong nanos = new AtomicLong();
    private final Reaper reaper = new Reaper(new ReaperClock(nanos::get), Runnable::run);
    private final SessionTracker tracker = new SessionTracker(
            reaper, new NoStore(), new Policy(10_000, 10_000, 900_000, 600_000, 30_000, host -> false), false);
    private final List<Object> containersSessions = new ArrayList<>();

    private static PageMessage word(Kind kind, int page, int sequence) {
        return new PageMessage(kind, 1, page, sequence, false, null, null);
    }

    /** All that hangs on the tracker, the reaper's wheel included, but not the sessions of the container. */
    private long bytes() {
        long containersSession = GraphLayout.parseInstance(new Object()).totalSize();
        return GraphLayout.parseInstance(tracker).totalSize() - containersSessions.size() * containersSession;
    }

    @Test
    void aSessionWithTwoPagesTakesNoMoreThanItMay() {
        long empty = bytes();
        for (int i = 0; i < SESSIONS; i++) {
            Object session = new Object();
            containersSessions.add(session);
            TrackedSession tracked = tracker.track(session);
            for (int page = 1; page <= 2; page++) {
                tracked.requestStarted();
                tracked.documentServed(page);
                tracked.requestEnded();
                tracked.heard(word(Kind.HELLO, page, 1));
            }
        }
        double each = (double) (bytes() - empty) / SESSIONS;
        System.out.printf(Locale.ROOT, "%.1f bytes for a session with two pages%n", each);
        assertThat(each).isLessThanOrEqualTo(MOST_BYTES);
    }
}
