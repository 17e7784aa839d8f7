package io.lasttab.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceEndTest {

    @ParameterizedTest
    @CsvSource({
        "0, WITHIN_1_S",
        "1000, WITHIN_1_S",
        "1001, WITHIN_10_S",
        "10000, WITHIN_10_S",
        "10001, WITHIN_1_MIN",
        "60000, WITHIN_1_MIN",
        "60001, WITHIN_10_MIN",
        "600000, WITHIN_10_MIN",
        "600001, LATER",
        "9223372036854775807, LATER"
    })
    void hasTheLimitsOfJmx(long millis, SinceEnd sinceEnd) {
        assertThat(SinceEnd.of(millis)).isEqualTo(sinceEnd);
    }
}
