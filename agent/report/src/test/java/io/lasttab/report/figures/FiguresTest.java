package io.lasttab.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lasttab.report.FalseExpiryLine;
import io.lasttab.report.LogLine;
import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Ender;
import io.lasttab.report.log.Exits;
import io.lasttab.report.log.SinceEnd;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small logs, whose figures were worked out by hand. */
class FiguresTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Figures of(LogLine... lines) {
        Figures figures = new Figures(BERLIN);
        for (LogLine line : lines) {
            figures.add(Exits.of(line));
        }
        return figures;
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void countEndsByCauseAndEnder() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z"),
                LogLine.at("2026-11-22T10:00:01.000Z").by("ORPHANED_LOST"),
                LogLine.at("2026-11-22T10:00:02.000Z").by("TIMEOUT"),
                LogLine.at("2026-11-22T10:00:03.000Z").by("LOGOUT"),
                LogLine.at("2026-11-22T10:00:04.000Z").by("SOMETHING_NEW"));
        assertThat(figures.ended()).isEqualTo(5);
        assertThat(figures.ended(Ender.LASTTAB)).isEqualTo(2);
        assertThat(figures.ended(Ender.TIMEOUT)).isEqualTo(1);
        assertThat(figures.ended(Ender.OTHER)).isEqualTo(2);
        assertThat(figures.ended(Cause.ORPHANED_LOST)).isEqualTo(1);
        assertThat(figures.ended(Cause.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void countFalseExpiriesByTheTimeSinceTheEndAndNotAsEnds() {
        Figures figures = of();
        assertThat(figures.falseExpiries()).isZero();
        figures.add(Exits.of(FalseExpiryLine.after(500)));
        figures.add(Exits.of(FalseExpiryLine.after(90_000)));
        figures.add(Exits.of(FalseExpiryLine.after(500).observed()));
        assertThat(figures.falseExpiries()).isEqualTo(2);
        assertThat(figures.falseExpiries(SinceEnd.WITHIN_1_S)).isEqualTo(1);
        assertThat(figures.falseExpiries(SinceEnd.WITHIN_10_MIN)).isEqualTo(1);
        assertThat(figures.wouldHaveBeenFalse()).isEqualTo(1);
        assertThat(figures.wouldHaveBeenFalse(SinceEnd.WITHIN_1_S)).isEqualTo(1);
        assertThat(figures.ended() + figures.wouldHaveEnded()).isZero();
        assertThat(figures.isEmpty()).as("without an end").isTrue();
    }

    @Test
    void countWhatObserveModeWouldHaveEndedApart() {
        Figures figures = of(LogLine.at("2026-11-22T10:00:00.000Z").observed());
        assertThat(figures.ended()).isZero();
        assertThat(figures.savedMillis()).isZero();
        assertThat(figures.applications()).isEmpty();
        assertThat(figures.wouldHaveEnded()).isEqualTo(1);
        assertThat(figures.wouldHaveEnded(Cause.ORPHANED_CLOSED)).isEqualTo(1);
        assertThat(figures.isEmpty()).isFalse();
    }

    @Test
    void saveTheTimeFromTheEndByLasttabToTheTimeout() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z").savedSeconds(1800),
                LogLine.at("2026-11-22T10:00:00.000Z").savedSeconds(600),
                LogLine.at("2026-11-22T10:00:00.000Z").by("OPERATOR").savedSeconds(5000),
                LogLine.at("2026-11-22T10:00:00.000Z").savedSeconds(-5),
                LogLine.at("2026-11-22T10:00:00.000Z").withoutTimeout(),
                LogLine.at("2026-11-22T10:00:00.000Z").savedSeconds(100L * 366 * 86_400));
        assertThat(figures.savedMillis()).isEqualTo(2_400_000);
        assertThat(figures.heldForEver()).isEqualTo(2);
    }

    /**
     * Two sessions, each alive from 10:00:00 on. The first ends at 10:00:10, by Lasttab, instead of 10:00:40; the second at
     * 10:00:20, by logout.
     */
    @Test
    void tellHowManySessionsWereAliveAndWouldHaveBeen() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:10.000Z").livedSeconds(10).savedSeconds(30),
                LogLine.at("2026-11-22T10:00:20.000Z").livedSeconds(20).by("LOGOUT"));
        long start = millis("2026-11-22T10:00:00Z");
        Alive held = figures.held();
        assertThat(held.average(start, start + 10_000)).isEqualTo(2);
        assertThat(held.average(start + 10_000, start + 20_000)).isEqualTo(1);
        assertThat(held.average(start, start + 20_000)).isEqualTo(1.5);
        assertThat(held.average(start + 20_000, start + 40_000)).isZero();
        assertThat(held.average(start - 20_000, start)).isZero();
        assertThat(held.average(start - 10_000, start + 10_000)).isEqualTo(1);
        Alive alone = figures.alone();
        assertThat(alone.average(start, start + 20_000)).isEqualTo(2);
        assertThat(alone.average(start + 20_000, start + 40_000)).isEqualTo(1);
        assertThat(alone.average(start, start + 80_000)).isEqualTo(0.75);
    }

    @Test
    void countPartsOfSlots() {
        Figures figures =
                of(LogLine.at("2026-11-22T10:00:00.750Z").livedSeconds(0).savedSeconds(1));
        long start = millis("2026-11-22T10:00:00Z");
        assertThat(figures.slotMillis()).isEqualTo(1000);
        assertThat(figures.held().average(start, start + 1000)).isZero();
        assertThat(figures.alone().average(start, start + 1000)).isEqualTo(0.25);
        assertThat(figures.alone().average(start + 1000, start + 2000)).isEqualTo(0.75);
    }

    @Test
    void holdASessionWithoutTimeoutForEver() {
        Figures figures =
                of(LogLine.at("2026-11-22T10:00:10.000Z").livedSeconds(10).withoutTimeout());
        long end = millis("2026-11-22T10:00:10Z");
        assertThat(figures.alone().average(end + 1_000_000, end + 2_000_000)).isEqualTo(1);
        assertThat(figures.held().average(end + 1_000_000, end + 2_000_000)).isZero();
    }

    /** However wide the slots, the session-hours between two of their bounds stay exact. */
    @Test
    void stayExactWhenSlotsAreWide() {
        long begin = millis("2026-01-01T00:00:00Z");
        LogLine[] lines = IntStream.range(0, 300)
                .mapToObj(day -> LogLine.at(Instant.ofEpochMilli(begin)
                                .plus(Duration.ofDays(day).plusMillis(1234))
                                .toString())
                        .livedSeconds(3600)
                        .savedSeconds(1800))
                .toArray(LogLine[]::new);
        Figures figures = of(lines);
        assertThat(figures.slotMillis()).isEqualTo(Duration.ofMinutes(15).toMillis());
        long from = begin - Duration.ofDays(1).toMillis();
        long to = begin + Duration.ofDays(300).toMillis();
        double hours = Duration.ofMillis(to - from).toMillis() / 3_600_000.0;
        assertThat(figures.held().average(from, to) * hours).isCloseTo(300, within(1e-6));
        assertThat(figures.alone().average(from, to) * hours).isCloseTo(450, within(1e-6));
        assertThat(figures.savedMillis()).isEqualTo(Duration.ofHours(150).toMillis());
    }

    @Test
    void countEndsBetweenTwoMoments() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z"),
                LogLine.at("2026-11-22T10:59:59.999Z"),
                LogLine.at("2026-11-22T11:00:00.000Z"));
        assertThat(figures.ended(Cause.ORPHANED_CLOSED, millis("2026-11-22T10:00:00Z"), millis("2026-11-22T11:00:00Z")))
                .isEqualTo(2);
        assertThat(figures.ended(Cause.ORPHANED_CLOSED, millis("2026-11-22T11:00:00Z"), millis("2036-11-22T11:00:00Z")))
                .isEqualTo(1);
        assertThat(figures.ended(Cause.TIMEOUT, 0, Long.MAX_VALUE / 2)).isZero();
        assertThat(figures.firstEnd()).isEqualTo(millis("2026-11-22T10:00:00Z"));
        assertThat(figures.lastEnd()).isEqualTo(millis("2026-11-22T11:00:00Z"));
        assertThat(figures.firstBegin()).isEqualTo(millis("2026-11-22T09:59:58Z"));
    }

    @Test
    void countBeginningsByTheZonesWeekdayAndHour() {
        Figures figures = of(
                LogLine.at("2026-11-22T23:30:00.000Z").livedSeconds(0),
                LogLine.at("2026-11-23T01:30:00.000Z").livedSeconds(7200),
                LogLine.at("2026-07-01T10:30:00.000Z").livedSeconds(0));
        assertThat(figures.begun(DayOfWeek.MONDAY, 0)).as("winter").isEqualTo(2);
        assertThat(figures.begun(DayOfWeek.WEDNESDAY, 12)).as("summer").isEqualTo(1);
    }

    @Test
    void binDurationsAndPages() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z")
                        .livedSeconds(9)
                        .idleSeconds(30)
                        .withPages(0),
                LogLine.at("2026-11-22T10:00:00.000Z")
                        .livedSeconds(10)
                        .idleSeconds(59)
                        .withPages(7)
                        .by("TIMEOUT"),
                LogLine.at("2026-11-22T10:00:00.000Z")
                        .livedSeconds(999_999)
                        .idleSeconds(60)
                        .withPages(5000)
                        .by("LOGOUT"));
        assertThat(counts(figures.lifetimes())).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(counts(figures.idle())).containsExactly(0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(counts(figures.pages())).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 1);
        assertThat(figures.lifetimes().count(1, Ender.TIMEOUT)).isEqualTo(1);
        assertThat(figures.pages().from(6)).isEqualTo(6);
        assertThat(figures.pages().to(6)).isEqualTo(11);
        assertThat(figures.pages().to(9)).isEqualTo(Long.MAX_VALUE);
    }

    private static List<Integer> counts(Bins bins) {
        return IntStream.range(0, bins.size())
                .mapToObj(bin -> (int) bins.count(bin))
                .toList();
    }

    @Test
    void tellMedians() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z").livedSeconds(60).idleSeconds(10),
                LogLine.at("2026-11-22T10:00:00.000Z").livedSeconds(120).idleSeconds(20),
                LogLine.at("2026-11-22T10:00:00.000Z")
                        .livedSeconds(180)
                        .idleSeconds(1800)
                        .by("TIMEOUT"));
        assertThat((double) figures.lifetimeMillis(0.5)).isCloseTo(120_000, within(4000.0));
        assertThat((double) figures.medianIdleMillis(Ender.LASTTAB)).isCloseTo(10_000, within(300.0));
        assertThat((double) figures.medianIdleMillis(Ender.TIMEOUT)).isCloseTo(1_800_000, within(58_000.0));
        assertThat(figures.pages(0.5)).isEqualTo(1);
    }

    @Test
    void compareApplications() {
        Figures figures = of(
                LogLine.at("2026-11-22T10:00:00.000Z").in("/blog"),
                LogLine.at("2026-11-22T10:00:00.000Z").in("/shop").livedSeconds(7200),
                LogLine.at("2026-11-22T10:00:00.000Z").in("/shop").by("LOGOUT").livedSeconds(7200));
        assertThat(figures.applications())
                .extracting(ApplicationFigures::context)
                .containsExactly("/shop", "/blog");
        ApplicationFigures shop = figures.applications().get(0);
        assertThat(shop.host()).isEqualTo("localhost");
        assertThat(shop.ended()).isEqualTo(2);
        assertThat(shop.ended(Ender.LASTTAB)).isEqualTo(1);
        assertThat(shop.savedMillis()).isEqualTo(1_800_000);
        assertThat((double) shop.medianLifetimeMillis()).isCloseTo(7_200_000, within(230_000.0));
    }

    @Test
    void knowOnlySoManyApplicationsByName() {
        Figures figures = of(IntStream.range(0, 500)
                .mapToObj(i -> LogLine.at("2026-11-22T10:00:00.000Z").in("/app" + i))
                .toArray(LogLine[]::new));
        assertThat(figures.applications()).hasSize(200);
        assertThat(figures.endedBeyondApplications()).isEqualTo(300);
        assertThat(figures.ended()).isEqualTo(500);
    }
}
