package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Long random histories of a {@link World}; {@code -Dhistories.events.each} sets how long each of them is. */
class LongHistoriesTest {

    private static final int EVENTS = Integer.getInteger("histories.events.each", 2_000);

    @Property(tries = 100)
    void fewPagesNeverEndWrongOrLate(@ForAll("choices") List<Integer> choices) {
        hasNoFault(new World(Pages.MAX_LEFT, 5), choices);
    }

    @Property(tries = 100)
    void someMorePagesThanAreKeptNeverEndWrongOrLate(@ForAll("choices") List<Integer> choices) {
        hasNoFault(new World(2 * Pages.MAX_LEFT, 5), choices);
    }

    @Property(tries = 100)
    void manyPagesNeverEndWrongOrLate(@ForAll("choices") List<Integer> choices) {
        hasNoFault(new World(200, 8), choices);
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers()
                .between(0, 1 << 20)
                .list()
                .ofMaxSize(EVENTS)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static void hasNoFault(World world, List<Integer> choices) {
        for (int i = 0; i < choices.size(); i++) {
            int[] possible = world.possible();
            int choice = choices.get(i);
            // Every fourth event is time, the first of them all: else requests would keep the session all the while.
            world.happen(possible[choice % 4 == 0 ? 0 : choice / 4 % possible.length]);
            assertThat(world.fault()).as("after %d events", i + 1).isNull();
        }
    }
}
