package io.lasttab.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void marksRoundNumbersUpToTheFirstThatIsNotBelowTheLargestValue() {
        assertThat(new Axis(14.7, 3).marks()).containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(new Axis(20, 10).marks()).hasSize(11).endsWith(18.0, 20.0);
        assertThat(new Axis(207, 3).marks()).containsExactly(0.0, 100.0, 200.0, 300.0);
    }

    @Test
    void labelsWithoutDecimalsWhereThereAreNone() {
        assertThat(Axis.label(5)).isEqualTo("5");
        assertThat(Axis.label(0.2)).isEqualTo("0.2");
    }
}
