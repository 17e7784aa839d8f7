package io.lasttab.it.soak;

import io.lasttab.it.client.SpokenPage;
import java.util.concurrent.ThreadLocalRandom;

/** Logs in, by a new id or by a new session; then logs out, or just closes the tab. */
record Member(Scene scene) implements Crowd.Actor {
    @Override
    public void goRound() {
        Guest guest = scene.guest();
        SpokenPage page = guest.open("index.jsp");
        scene.course().rest(200, 1_000);
        guest.bye(page);
        guest.moveOn(ThreadLocalRandom.current().nextBoolean() ? "login" : "relogin");
        SpokenPage inside = guest.open("next.jsp");
        for (int i = 0; i < 5; i++) {
            scene.course().rest(200, 1_000);
            inside = guest.follow("next.jsp", inside);
        }
        if (ThreadLocalRandom.current().nextBoolean()) {
            guest.visit("invalidate.jsp");
        } else {
            guest.bye(inside);
        }
    }
}
