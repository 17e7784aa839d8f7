package io.lasttab.it.soak;

import io.lasttab.it.client.SpokenPage;
import java.util.concurrent.ThreadLocalRandom;

/** Has requests that take longer than the grace, and no page but the one that they may bring. */
record Waiter(Scene scene) implements Crowd.Actor {
    @Override
    public void goRound() {
        Guest guest = scene.guest();
        SpokenPage page = guest.open("index.jsp");
        guest.bye(page);
        long millis = SoakIT.GRACE.toMillis() + ThreadLocalRandom.current().nextInt(1_000, 3_000);
        if (ThreadLocalRandom.current().nextBoolean()) {
            guest.call("stream?ms=" + millis);
        } else {
            guest.visit("slow.jsp?ms=" + millis);
        }
        guest.bye(guest.open("next.jsp"));
        scene.course().rest(100, 600);
    }
}
