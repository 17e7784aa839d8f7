package io.lasttab.it.soak;

import java.util.concurrent.ThreadLocalRandom;

/** Comes, and is never heard of again: with a page open that falls silent, or with none that ever spoke. */
record Vanishing(Scene scene) implements Crowd.Actor {
    @Override
    public void goRound() {
        Guest guest = scene.guest();
        if (ThreadLocalRandom.current().nextBoolean()) {
            guest.open("index.jsp");
        } else {
            guest.visit("index.jsp");
        }
        scene.course().rest(100, 600);
    }
}
