package io.lasttab.it.soak;

import io.lasttab.it.client.SpokenPage;
import java.time.Duration;

/** Leaves a page open and does nothing, until the container's own timeout ends the session. */
record Idler(Scene scene) implements Crowd.Actor {
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    @Override
    public void goRound() {
        long began = System.nanoTime();
        Guest guest = scene.guest();
        SpokenPage page = guest.open("index.jsp");
        while (guest.isAlive(page)) {
            if (System.nanoTime() - began > AT_MOST.toNanos()) {
                throw new AssertionError("a page that only says alive keeps its session");
            }
            scene.course().rest(4_000, 6_000);
        }
        if (System.nanoTime() - began < SoakIT.IDLE.toNanos()) {
            throw new AssertionError("a session with an open page was ended before its timeout");
        }
    }
}
