package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is remembered of ended sessions, and for how long. */
class EndedIdsTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final EndedIds ids = new EndedIds();

    @Test
    void knowsNothingBeforeTheFirstEnd() {
        assertThat(ids.isUnused()).isTrue();
        assertThat(ids.take(0, 0)).isEqualTo(EndedIds.UNKNOWN);
        ids.add(1, 0, 10);
        assertThat(ids.isUnused()).isFalse();
        assertThat(ids.take(0, 0)).as("a slot that was never used").isEqualTo(EndedIds.UNKNOWN);
    }

    @Test
    void tellsAnIdOnceAndUntilItsTime() {
        ids.add(7, 100, 200);
        ids.add(0, 110, 200);
        assertThat(ids.take(7, 199)).isEqualTo(100);
        assertThat(ids.take(7, 199)).isEqualTo(EndedIds.UNKNOWN);
        assertThat(ids.take(0, 200)).isEqualTo(EndedIds.UNKNOWN);
    }

    @Test
    void keepsTheLaterEndOfAnIdThatIsUsedAgain() {
        ids.add(7, 100, 200);
        ids.add(7, 150, 250);
        assertThat(ids.take(7, 240)).isEqualTo(150);
        assertThat(ids.take(7, 160)).isEqualTo(EndedIds.UNKNOWN);
    }

    @Test
    void losesNothingWhileItGrows() {
        SplittableRandom random = new SplittableRandom(1);
        int many = EndedIds.MOST / 8;
        for (int i = 0; i < many; i++) {
            ids.add(random.nextLong(), i, FOR_EVER);
        }
        random = new SplittableRandom(1);
        for (int i = 0; i < many; i++) {
            assertThat(ids.take(random.nextLong(), many)).isEqualTo(i);
        }
    }

    @Test
    void givesTheOldestAwayWhenItIsFull() {
        SplittableRandom random = new SplittableRandom(1);
        int many = 4 * EndedIds.MOST;
        long[] hashes = random.longs(many).toArray();
        for (int i = 0; i < many; i++) {
            ids.add(hashes[i], i, FOR_EVER);
        }
        int kept = 0;
        int keptOfLastQuarter = 0;
        for (int i = 0; i < many; i++) {
            boolean known = ids.take(hashes[i], many) != EndedIds.UNKNOWN;
            kept += known ? 1 : 0;
            keptOfLastQuarter += known && i >= many - EndedIds.MOST / 4 ? 1 : 0;
        }
        assertThat(kept).isBetween(EndedIds.MOST / 2, EndedIds.MOST);
        assertThat(keptOfLastQuarter).isGreaterThan(EndedIds.MOST / 4 * 98 / 100);
    }

    @Test
    void usesThePlacesOfThoseWhoseTimeIsOver() {
        for (int i = 0; i < 1_000; i++) {
            ids.add(i * 64L, i, i + 4); // all in a few sets, at most four living
        }
        assertThat(ids.take(999 * 64L, 1_000)).isEqualTo(999);
        assertThat(ids.take(998 * 64L, 1_000)).isEqualTo(998);
    }
}
