package io.lasttab.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final long START = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();

    private final Timeline timeline = new Timeline(2);

    @Test
    void addsUpBySecondWhileThatFits() {
        timeline.add(START + 999, 0, 1);
        timeline.add(START, 0, 1);
        timeline.add(START + 1000, 0, 5);
        timeline.add(START + 1000, 1, -7);
        assertThat(timeline.width()).isEqualTo(1000);
        assertThat(timeline.sum(0, timeline.slot(START))).isEqualTo(2);
        assertThat(timeline.sum(0, timeline.slot(START + 1000))).isEqualTo(5);
        assertThat(timeline.sum(1, timeline.slot(START + 1000))).isEqualTo(-7);
        assertThat(timeline.last() - timeline.first()).isEqualTo(1);
    }

    @Test
    void hasNothingWhereNothingWasAdded() {
        assertThat(timeline.isEmpty()).isTrue();
        timeline.add(START, 0, 1);
        assertThat(timeline.sum(0, timeline.slot(START - 1000))).isZero();
        assertThat(timeline.sum(0, timeline.slot(START + Timeline.CAPACITY * 1000L)))
                .isZero();
    }

    @Test
    void widensAndLosesNothingInWhateverOrderTimesCome() {
        Random random = new Random(1);
        long year = Duration.ofDays(365).toMillis();
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            timeline.add(START + (long) (random.nextDouble() * year * i / 20_000), 0, i);
            sum += i;
        }
        assertThat(timeline.width()).isEqualTo(Duration.ofHours(1).toMillis());
        assertThat(total()).isEqualTo(sum);
    }

    @Test
    void reachesBackAsWellAsForward() {
        timeline.add(START, 0, 1);
        timeline.add(START - Duration.ofDays(30).toMillis(), 0, 2);
        timeline.add(START + Duration.ofDays(30).toMillis(), 0, 4);
        assertThat(timeline.width()).isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(timeline.sum(0, timeline.slot(START))).isEqualTo(1);
        assertThat(timeline.sum(0, timeline.first())).isEqualTo(2);
        assertThat(timeline.sum(0, timeline.last())).isEqualTo(4);
    }

    @Test
    void holdsAllTimesThatALogCanTell() {
        timeline.add(0, 0, 1);
        timeline.add(Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli(), 0, 2);
        assertThat(total()).isEqualTo(3);
    }

    private long total() {
        long total = 0;
        for (long slot = timeline.first(); slot <= timeline.last(); slot++) {
            total += timeline.sum(0, slot);
        }
        return total;
    }
}
