package io.lasttab.it.soak;

import io.lasttab.it.client.SpokenPage;
import java.util.concurrent.ThreadLocalRandom;

/** Uploads from an open page: a few kilobytes, up to a megabyte. */
record Sender(Scene scene) implements Crowd.Actor {
    private static final int MOST = 1 << 20;

    @Override
    public void goRound() {
        Guest guest = scene.guest();
        SpokenPage page = guest.open("index.jsp");
        for (int i = 0; i < 5; i++) {
            int size = ThreadLocalRandom.current().nextInt(1_000, MOST);
            String way = i % 2 == 0 ? "way/read-then-page" : "way/read-listener";
            if (!guest.upload(way, new byte[size]).contains(Integer.toString(size))) {
                throw new AssertionError("not all of the upload came");
            }
            guest.alive(page);
            scene.course().rest(300, 1_500);
        }
        guest.bye(page);
    }
}
