package io.lasttab.core.session;

import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * The threads of one request, and one that is left over from the request before, at the same {@link RequestSessions}, which
 * is asked without its lock. As in {@link ModelCheckedTest}, Lincheck stops and resumes them at every access to memory that
 * they share.
 */
class RequestModelCheckedTest {

    /** How many orders are tried; {@code -Dhistories.orders} for more. */
    private static final int ORDERS = Integer.getInteger("histories.orders", 100);

    private static final Policy POLICY = new Policy(1, 1, 1, 1, 1, host -> false);

    @Test
    void aRequestWithoutASessionIsSeenToUseOnlyThoseThatItHasFound() {
        Lincheck.runConcurrentTest(ORDERS, () -> new Connection().threadsOfOneRequest(null));
    }

    @Test
    void aRequestIsSeenToUseTheSessionThatItCameWithWhateverElseItFinds() {
        Lincheck.runConcurrentTest(ORDERS, () -> {
            Connection connection = new Connection();
            connection.threadsOfOneRequest(connection.before);
        });
    }

    @Test
    void aThreadThatIsLeftOverLeavesNoSessionInUse() {
        Lincheck.runConcurrentTest(ORDERS, () -> new Connection().requestsAndOneLeftOver());
    }

    /** What goes over one connection, for two sessions. */
    private static final class Connection {
        private final SessionTracker tracker = new SessionTracker(
                new Reaper(new ReaperClock(new AtomicLong()::get), Runnable::run), new NoStore(), POLICY, false);
        private final Object before = new Object();
        private final Object next = new Object();
        private final TrackedSession ofBefore = withAPage(before);
        private final TrackedSession ofNext = withAPage(next);
        private final RequestSessions sessions = new RequestSessions();
        private volatile String wrong;

        private TrackedSession withAPage(Object session) {
            TrackedSession tracked = tracker.track(session);
            tracked.heard(new PageMessage(PageMessage.Kind.HELLO, 1, 1, 1, false, null, null));
            return tracked;
        }

        /** One of them makes a session, another asks for that of the last request. */
        void threadsOfOneRequest(Object cameWith) {
            sessions.begin();
            sessions.enter(ofBefore);
            sessions.end(false);
            sessions.begin(cameWith, tracker);
            expect(
                    sessions.isSeenToUse(before) == (cameWith != null),
                    "not seen to use what it came with, or only that");
            Thread asker = new Thread(() -> uses(before, ofBefore));
            asker.start();
            uses(next, ofNext);
            join(asker);
            sessions.end(false);
            check();
        }

        /** As an adapter does it. */
        private void uses(Object session, TrackedSession tracked) {
            expect(sessions.isOpen(), "not seen to be open");
            if (!sessions.isSeenToUse(session)) {
                sessions.enter(tracked);
            }
            expect(isKept(tracked), "seen to use a session that it does not keep");
        }

        /** A request ends and the next one comes, while a thread of the first goes on with its session. */
        void requestsAndOneLeftOver() {
            sessions.begin();
            sessions.enter(ofBefore);
            sessions.end(false);
            sessions.begin(before, tracker);
            Thread leftOver = new Thread(() -> {
                if (!sessions.isSeenToUse(before)) {
                    sessions.enter(ofBefore);
                }
            });
            leftOver.start();
            sessions.end(false);
            sessions.begin();
            uses(next, ofNext);
            sessions.end(false);
            join(leftOver);
            check();
        }

        /** As each has a page, it is a request that keeps it. */
        private boolean isKept(TrackedSession session) {
            return session.reasonToLive() == Verdict.NEVER;
        }

        private void expect(boolean condition, String otherwise) {
            if (!condition) {
                wrong = otherwise;
            }
        }

        /** By hand, as Lincheck would take a library for some of what it is to check. */
        private void check() {
            expect(!isKept(ofBefore) && !isKept(ofNext), "in use though no request runs");
            if (wrong != null) {
                throw new AssertionError(wrong);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
