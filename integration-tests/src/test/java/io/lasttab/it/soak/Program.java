package io.lasttab.it.soak;

import java.util.concurrent.ThreadLocalRandom;

/** A program without a browser: JSON in one session, or in a new one each time, which nobody ever closes. */
record Program(Scene scene) implements Crowd.Actor {
    @Override
    public void goRound() {
        Guest guest = scene.guest();
        int calls = ThreadLocalRandom.current().nextBoolean() ? 1 : 20;
        for (int call = 0; call < calls; call++) {
            guest.call("api");
            guest.call("way/json");
            scene.course().rest(50, 300);
        }
    }
}
