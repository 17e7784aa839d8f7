package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the agent does not see what happens, no session is ended. */
class HeldSessionsTest {
    private static final String PAGE = " 9f86d081884c7d659a2feaa0c55ad015 ";

    private final SessionTracker tracker =
            new SessionTracker(new Reaper(), new NoStore(), new Policy(10_000, 10_000, 600_000, 30_000), false);
    private final Object session = new Object();
    private TrackedSession tracked;

    private static final class NoStore implements SessionStore {
        @Override
        public void expire(Object session) {
            throw new AssertionError("nothing is ended in here");
        }

        @Override
        public long createdMillis(Object session) {
            return System.currentTimeMillis();
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public String id(Object session) {
            return "id";
        }
    }

    @BeforeEach
    void leave() {
        tracked = tracker.track(session);
        tracked.heard(PageMessage.parse("hello" + PAGE + 1));
        tracked.heard(PageMessage.parse("bye" + PAGE + 2));
        assertThat(tracked.reasonToLive()).isLessThanOrEqualTo(11_000);
    }

    @Test
    void isKeptWhileTheApplicationIsSwitchedOff() {
        tracker.switchOff(true);
        assertThat(tracked.reasonToLive()).isEqualTo(Verdict.NEVER);
    }

    @Test
    void isKeptForTheLostGraceAfterItWasSwitchedOnAgain() {
        tracker.switchOff(true);
        tracker.switchOff(false);
        assertThat(tracked.reasonToLive()).isBetween(600_000L, 601_000L);
    }

    @Test
    void isNotHeldByASettingThatLeavesItOn() {
        tracker.switchOff(false);
        assertThat(tracked.reasonToLive()).isLessThanOrEqualTo(11_000);
    }

    @Test
    void staysKeptOnceTheContainerIsGivenUp() {
        tracker.holdForEver();
        tracker.holdAll(); // a hook that was running fails too
        tracker.switchOff(true);
        tracker.switchOff(false);
        assertThat(tracked.reasonToLive()).isEqualTo(Verdict.NEVER);
    }
}
