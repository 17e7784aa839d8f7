package io.lasttab.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LogHistogramTest {

    private final LogHistogram histogram = new LogHistogram();

    @Test
    void ofNothingTellsZero() {
        assertThat(histogram.quantile(0.5)).isZero();
        assertThat(histogram.total()).isZero();
    }

    @Test
    void isExactForSmallNumbers() {
        for (int i = 0; i < 32; i++) {
            histogram.add(i);
        }
        assertThat(histogram.quantile(0)).isZero();
        assertThat(histogram.quantile(0.5)).isEqualTo(15);
        assertThat(histogram.quantile(1)).isEqualTo(31);
    }

    @Test
    void isRightToWithinThreePercent() {
        Random random = new Random(1);
        long[] numbers = random.longs(10_000, 1, 63)
                .map(bits -> random.nextLong() >>> bits)
                .toArray();
        Arrays.stream(numbers).forEach(histogram::add);
        Arrays.sort(numbers);
        for (double share : new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1}) {
            long exact = numbers[(int) Math.ceil(share * numbers.length) - 1];
            assertThat((double) histogram.quantile(share)).isCloseTo((double) exact, Percentage.withPercentage(3.2));
        }
    }

    @Test
    void takesTheLargestNumber() {
        histogram.add(Long.MAX_VALUE);
        assertThat((double) histogram.quantile(0.5)).isCloseTo(Long.MAX_VALUE, within(Long.MAX_VALUE * 0.032));
    }
}
