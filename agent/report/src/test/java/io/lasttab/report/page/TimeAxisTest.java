package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static TimeAxis axis(String from, String to, ZoneId zone) {
        return new TimeAxis(millis(from), millis(to), zone);
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:30Z, 2026-11-22T10:00:40Z, 1, 'Sun 22 Nov 2026, 10:00'",
        "2026-11-22T10:03:00Z, 2026-11-22T10:20:00Z, 18, 'Sun 22 Nov 2026, 10:03'",
        "2026-11-22T10:03:00Z, 2026-11-22T12:20:00Z, 29, 'Sun 22 Nov 2026, 10:00'",
        "2026-11-22T10:03:00Z, 2026-11-24T09:20:00Z, 48, 'Sun 22 Nov 2026, 10:00'",
        "2026-11-22T10:03:00Z, 2026-11-27T10:20:00Z, 41, 'Sun 22 Nov 2026, 09:00'",
        "2026-11-01T10:03:00Z, 2026-11-30T10:20:00Z, 30, Sun 1 Nov 2026",
        "2026-10-01T10:03:00Z, 2026-11-30T10:20:00Z, 31, Wed 30 Sep 2026",
        "2026-01-01T10:03:00Z, 2026-11-30T10:20:00Z, 49, 'Week of Mon 29 Dec 2025'",
        "2023-01-01T10:03:00Z, 2026-11-30T10:20:00Z, 47, Jan 2023",
        "1970-01-01T00:00:00Z, 9999-12-31T23:59:59Z, 81, 1900"
    })
    void isCutAsTheCalendarIs(String from, String to, int bars, String first) {
        TimeAxis axis = axis(from, to, ZoneOffset.UTC);
        assertThat(axis.bars()).isEqualTo(bars);
        assertThat(axis.name(0)).isEqualTo(first);
        assertThat(axis.from(0)).isLessThanOrEqualTo(millis(from));
        assertThat(axis.to(bars - 1)).isGreaterThan(millis(to));
        assertThat(axis.place(axis.from(0))).isZero();
        assertThat(axis.place(axis.to(bars - 1))).isEqualTo(100);
        assertThat(axis.marks()).hasSizeLessThan(Math.max(11, bars + 1)).allSatisfy(mark -> assertThat(mark.place)
                .isBetween(0.0, 100.0));
    }

    @Test
    void hasDaysOf23And25HoursWhereTheZoneHas() {
        TimeAxis spring = axis("2026-03-10T00:00:00Z", "2026-04-20T00:00:00Z", BERLIN);
        assertThat(lengths(spring)).contains(Duration.ofHours(23)).doesNotContain(Duration.ofHours(25));
        TimeAxis autumn = axis("2026-10-10T00:00:00Z", "2026-11-20T00:00:00Z", BERLIN);
        assertThat(lengths(autumn)).contains(Duration.ofHours(25)).doesNotContain(Duration.ofHours(23));
    }

    @Test
    void hasTheHourTwiceThatTheClockHasTwice() {
        TimeAxis autumn = axis("2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z", BERLIN);
        assertThat(lengths(autumn)).containsOnly(Duration.ofMinutes(30));
        TimeAxis hours = axis("2026-10-24T22:00:00Z", "2026-10-26T21:59:59Z", BERLIN);
        assertThat(hours.bars()).isEqualTo(48);
        assertThat(lengths(hours)).containsOnly(Duration.ofHours(1));
        assertThat(hours.name(2)).isEqualTo(hours.name(3)).isEqualTo("Sun 25 Oct 2026, 02:00");
    }

    @ParameterizedTest
    @CsvSource({"America/Sao_Paulo, 2018-11-04T12:00:00Z", "Australia/Lord_Howe, 2026-04-04T12:00:00Z"})
    void goesOnWhereTheClockJumpsAtMidnightOrByHalfAnHour(String zone, String middle) {
        for (int hours : new int[] {1, 12, 40, 100, 300, 700, 2000}) {
            long half = Duration.ofHours(hours).toMillis() / 2;
            TimeAxis axis = new TimeAxis(millis(middle) - half, millis(middle) + half, ZoneId.of(zone));
            assertThat(axis.bars()).isBetween(2, 70);
            assertThat(lengths(axis)).allSatisfy(length -> assertThat(length).isPositive());
        }
    }

    private static java.util.List<Duration> lengths(TimeAxis axis) {
        return IntStream.range(0, axis.bars())
                .mapToObj(bar -> Duration.ofMillis(axis.to(bar) - axis.from(bar)))
                .toList();
    }

    @Test
    void placesAMomentBetweenItsBounds() {
        TimeAxis axis = axis("2026-11-22T10:00:00Z", "2026-11-22T10:59:59Z", ZoneOffset.UTC);
        assertThat(axis.place(millis("2026-11-22T10:15:00Z"))).isCloseTo(25, within(1e-9));
        assertThat(axis.marks().get(0).word).isEqualTo("10:00");
    }

    @Test
    void marksMidnightWithTheDate() {
        TimeAxis axis = axis("2026-11-22T10:00:00Z", "2026-11-23T09:59:59Z", BERLIN);
        assertThat(axis.marks()).extracting(mark -> mark.word).contains("12:00", "23 Nov", "03:00");
    }
}
