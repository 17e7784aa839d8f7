package io.lasttab.it.soak;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.SpokenPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Reads in up to six tabs: opens, follows links, reloads, closes; at times the last one only to come back within the grace. */
record Reader(Scene scene) implements Crowd.Actor {
    private static final int TABS = 6;

    /** In as many steps every page has spoken: much sooner than it would be given up. */
    private static final int SPEAKS_EVERY = 5;

    @Override
    public void goRound() {
        Guest guest = scene.guest();
        List<SpokenPage> tabs = new ArrayList<>();
        tabs.add(guest.open("index.jsp"));
        Answer copy = guest.visit("small.html");
        int steps = ThreadLocalRandom.current().nextInt(5, 40);
        for (int step = 0; step < steps; step++) {
            scene.course().rest(100, 600);
            if (step % SPEAKS_EVERY == 0) {
                tabs.forEach(guest::alive);
            }
            step(guest, tabs, copy);
        }
        tabs.forEach(guest::bye);
        if (ThreadLocalRandom.current().nextInt(4) == 0) {
            scene.course().rest(100, 3_000);
            guest.bye(guest.open("index.jsp"));
        }
    }

    private static void step(Guest guest, List<SpokenPage> tabs, Answer copy) {
        int tab = ThreadLocalRandom.current().nextInt(tabs.size());
        switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> {
                if (tabs.size() < TABS) {
                    tabs.add(guest.open("next.jsp"));
                }
            }
            case 1 -> {
                if (tabs.size() > 1) {
                    guest.bye(tabs.remove(tab));
                }
            }
            case 2 -> guest.revisit("small.html", copy);
            case 3 -> guest.call("style.css");
            case 4 -> guest.call("api");
            case 5 -> guest.call("way/async-json");
            default -> tabs.set(tab, guest.follow("next.jsp", tabs.get(tab)));
        }
    }
}
