package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the agent does not see what happens, no session is ended. */
class HeldSessionsTest {
    private static final String PAGE = " 9f86d081884c7d659a2feaa0c55ad015 ";

    private final SessionTracker tracker = new SessionTracker(
            new Reaper(), new NoStore(), new Policy(10_000, 10_000, 900_000, 600_000, 30_000, host -> false), false);
    private final Object session = new Object();
    private TrackedSession tracked;

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
    void isKeptForTheLostGraceSinceTheAgentWasAttached() {
        tracker.holdSince(5_000);
        assertThat(tracked.reasonToLive()).isEqualTo(605_000);
        tracker.holdSince(1_000);
        assertThat(tracked.reasonToLive()).isEqualTo(605_000);
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
