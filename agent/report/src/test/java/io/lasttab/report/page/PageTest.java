package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.report.LogLine;
import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Exits;
import io.lasttab.report.log.Skipped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static String page(List<LogLine> lines) {
        Figures figures = new Figures(ZoneOffset.UTC);
        lines.forEach(line -> figures.add(Exits.of(line)));
        return Page.of(figures, new Source(List.of("exits.jsonl"), List.of(), lines.size(), 0, new Skipped()))
                .replace('\u00a0', ' ');
    }

    @Test
    void doesNotDependOnTheOrderOfLines() {
        List<LogLine> lines = new ArrayList<>(List.of(
                LogLine.at("2026-11-22T10:00:00.000Z").livedSeconds(86_400 * 40),
                LogLine.at("2026-03-01T10:00:00.000Z").by("TIMEOUT"),
                LogLine.at("2026-11-22T10:30:00.000Z").in("/blog").savedSeconds(86_400),
                LogLine.at("2026-07-01T23:59:59.999Z").by("UNDEPLOY")));
        String forward = page(lines);
        Collections.reverse(lines);
        assertThat(page(lines)).isEqualTo(forward);
    }

    @Test
    void tellsInWordsWhatTheChartsShow() {
        String page = page(List.of(
                LogLine.at("2026-11-22T10:30:00.000Z").livedSeconds(1800).savedSeconds(1800),
                LogLine.at("2026-11-22T11:00:00.000Z")
                        .livedSeconds(3600)
                        .idleSeconds(1800)
                        .by("TIMEOUT")));
        assertThat(page)
                .contains("On average 1.5 were alive; the idle timeout alone would have held 2.")
                .contains("on average 0.5 fewer at any time")
                .contains("The median is 1 s if Lasttab ended it, 30 min if the idle timeout did.")
                .contains("The most, 2, on Sunday in the hour from 10:00.");
    }

    @Test
    void namesSessionsThatWouldHaveBeenHeldForEver() {
        assertThat(page(List.of(LogLine.at("2026-11-22T10:30:00.000Z").withoutTimeout())))
                .contains("1 session had no timeout and would have stayed for ever.")
                .contains("not in the hours saved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00.000Z", "2026-11-22T10:30:00.000Z", "9999-12-31T23:59:59.999Z"})
    void canBeMadeOfASingleMoment(String time) {
        LogLine line = LogLine.at(time).livedSeconds(0).withPages(Long.MAX_VALUE);
        assertThat(page(List.of(line.withoutTimeout(), line.withoutTimeout().by("LOGOUT"))))
                .doesNotContain("NaN", "Infinity")
                .contains("<dd>2</dd>");
    }

    @Test
    void canBeMadeOfAllTimesAndDurations() {
        assertThat(page(List.of(
                        LogLine.at("1970-01-01T00:00:00.000Z").livedSeconds(Long.MAX_VALUE / 1000),
                        LogLine.at("9999-12-31T23:59:59.999Z")
                                .livedSeconds(Long.MAX_VALUE / 1000)
                                .idleSeconds(Long.MAX_VALUE / 1000)
                                .withoutTimeout())))
                .doesNotContain("NaN", "Infinity");
    }
}
