package io.lasttab.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void countsEachValueOnceUnderTheLeastBoundThatHoldsIt() {
        Histogram histogram = new Histogram(0, 10, 100);
        for (long value : new long[] {0, 1, 10, 11, 100, 101, Long.MAX_VALUE}) {
            histogram.add(value);
        }
        assertThat(histogram.counts())
                .containsExactly(entry("0", 1L), entry("10", 2L), entry("100", 2L), entry("more", 2L));
        histogram.reset();
        assertThat(histogram.counts())
                .containsExactly(entry("0", 0L), entry("10", 0L), entry("100", 0L), entry("more", 0L));
    }
}
