package io.lasttab.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavedSessionsTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long HALF_AN_HOUR = 1_800_000;

    private final SavedSessions saved = new SavedSessions();

    @Test
    void countASessionUntilItsTimeoutAndNotMuchLonger() {
        saved.add(NOW + HALF_AN_HOUR, NOW);
        assertThat(saved.count(NOW)).isOne();
        assertThat(saved.count(NOW + HALF_AN_HOUR - 1)).isOne();
        assertThat(saved.count(NOW + HALF_AN_HOUR + HALF_AN_HOUR / 64)).isZero();
    }

    @Test
    void countASessionWithoutATimeoutForEver() {
        saved.add(-1, NOW);
        assertThat(saved.count(NOW + 1_000 * HALF_AN_HOUR)).isOne();
    }

    @Test
    void doNotCountASessionWhoseTimeoutIsOver() {
        saved.add(NOW, NOW);
        assertThat(saved.count(NOW)).isZero();
    }

    @Test
    void countAllThatOverlap() {
        for (int second = 0; second < 3_600; second++) {
            saved.add(NOW + second * 1_000L + HALF_AN_HOUR, NOW + second * 1_000L);
        }
        assertThat(saved.count(NOW + 3_600_000)).isBetween(1_800L, 1_800L + 1_800 / 64 + 1);
    }
}
