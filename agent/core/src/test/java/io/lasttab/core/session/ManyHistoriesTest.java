package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * As many random events in {@link World}s as there is time for, in memory that does not grow: a history is nothing but the seed
 * that it comes from. {@code -Dhistories.events} sets how many events, the profile {@code nightly} to 10⁸; {@code
 * -Dhistories.seed} takes a seed that was printed.
 */
class ManyHistoriesTest {

    private static final long TOTAL = Long.getLong("histories.events", 200_000);
    private static final long SEED = Long.getLong("histories.seed", System.nanoTime());
    private static final int LONGEST = 5_000;
    private static final int FEW = 3;
    private static final int MANY = 100;

    @Test
    void neverEndASessionWrongOrLate() {
        System.out.printf("%d events of random histories, seed %d%n", TOTAL, SEED);
        SplittableRandom seeds = new SplittableRandom(SEED);
        long left = TOTAL;
        for (long histories = 1; left > 0; histories++) {
            long seed = seeds.nextLong();
            int length = (int) Math.min(left, 1 + new SplittableRandom(seed).nextInt(LONGEST));
            String fault = live(seed, length, null);
            if (fault != null) {
                List<Integer> events = new ArrayList<>();
                live(seed, length, events);
                fail(fault + ", in history " + histories + " of seed " + SEED + ": " + World.names(events));
            }
            left -= length;
        }
    }

    /** One history; tells of its events, too, if a list is given. */
    private static String live(long seed, int length, List<Integer> events) {
        SplittableRandom random = new SplittableRandom(seed);
        World world =
                switch (random.nextInt(5)) {
                    case 0 -> new World(MANY, 8);
                    case 1 -> new World(Pages.MAX_LEFT, 5);
                    case 2 -> new World(Pages.MAX_LEFT + 1 + random.nextInt(Pages.MAX_LEFT), 5);
                    default -> new World(1 + random.nextInt(FEW), 1 + random.nextInt(5));
                };
        int often = 2 + random.nextInt(8); // how rarely time passes: a history of its own kind each
        String fault = null;
        for (int i = 0; i < length && fault == null; i++) {
            int[] possible = world.possible();
            int event = possible[random.nextInt(often) == 0 ? 0 : random.nextInt(possible.length)];
            if (events != null) {
                events.add(event);
            }
            world.happen(event);
            fault = world.fault();
        }
        return fault;
    }
}
