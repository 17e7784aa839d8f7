package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    /** With plain spaces, as a test can be read. */
    private static String plain(String amount) {
        return amount.replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "460, 0.5 s",
        "9960, 10 s",
        "59999, 59 s",
        "60000, 1 min",
        "192000, 3 min 12 s",
        "1801000, 30 min",
        "3600000, 1 h",
        "5400000, 1 h 30 min",
        "86399999, 23 h",
        "86400000, 1 d",
        "183600000, 2 d 3 h",
        "8640000000000, '100,000 d'"
    })
    void durationsHaveTheTwoUnitsThatSaySomething(long millis, String duration) {
        assertThat(plain(Amount.duration(millis))).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0", "0.25, 0.2", "3, 3", "9.96, 10", "12.6, 13", "1234567, '1,234,567'", "-0.3, -0.3"})
    void averagesHaveADecimalWhereItSaysSomething(double average, String text) {
        assertThat(Amount.average(average)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0 %",
        "1, 1000, < 1 %",
        "1, 3, 33 %",
        "2, 3, 67 %",
        "999, 1000, > 99 %",
        "10, 10, 100 %",
        "0, 0, –"
    })
    void percentagesNeverSayAllOrNothingWhereItIsNotSo(long part, long whole, String text) {
        assertThat(plain(Amount.percent(part, whole))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 line", "0, 0 lines", "1234, '1,234 lines'"})
    void countsHaveTheirNoun(long count, String text) {
        assertThat(Amount.count(count, "line")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.2", "1500, '1,500'", "10000, 10 k", "150000, 150 k", "2500000, 2.5 M", "20000000000, 20 G"})
    void axesHaveBriefNumbers(double number, String text) {
        assertThat(plain(Amount.brief(number))).isEqualTo(text);
    }
}
