package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1",
        "1, 1, 1, 1",
        "3, 1, 3, 3",
        "7, 1, 8, 4",
        "11, 1, 15, 3",
        "1030, 1, 1250, 5",
        "10, 1, 10, 5",
        "99, 1, 100, 5",
        "101, 1, 125, 5",
        "0.3, 0.1, 0.3, 3",
        "0, 0.1, 0.1, 1",
        "123456, 1, 125000, 5"
    })
    void endsAtARoundNumberNotFarAbove(double highest, double least, double top, int lines) {
        Scale scale = Scale.upTo(highest, least);
        assertThat(scale.lines()).isEqualTo(lines);
        assertThat(scale.value(scale.lines())).isCloseTo(top, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(scale.share(top)).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(scale.share(0)).isZero();
    }
}
