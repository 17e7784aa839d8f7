package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.report.FalseExpiryLine;
import io.lasttab.report.LogLine;
import io.lasttab.report.figures.Figures;
import io.lasttab.report.log.Exits;
import io.lasttab.report.log.Skipped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static String page(List<LogLine> lines, FalseExpiryLine... falseExpiries) {
        Figures figures = new Figures(ZoneOffset.UTC);
        lines.forEach(line -> figures.add(Exits.of(line)));
        List.of(falseExpiries).forEach(line -> figures.add(Exits.of(line)));
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

    @Test
    void saysInWordsThatThereIsNoFalseExpiry() {
        LogLine end = LogLine.at("2026-11-22T10:30:00.000Z");
        assertThat(page(List.of(end, end)))
                .contains("None, as it should be: Lasttab ended 2 sessions, and no request asked for one afterwards.")
                .doesNotContain("In observe mode");
        assertThat(page(List.of(end.observed())))
                .contains("In observe mode none of 1 end would have been false, as it should be.")
                .doesNotContain("no request asked for one");
        assertThat(page(List.of(end.by("LOGOUT")))).contains("Lasttab ended no session, so none was ended by mistake.");
    }

    @Test
    void tellsHowManyFalseExpiriesThereAreByTheTimeSinceTheEnd() {
        LogLine end = LogLine.at("2026-11-22T10:30:00.000Z");
        String page = page(
                List.of(end, end, end, end, end.observed(), end.observed()),
                FalseExpiryLine.after(500),
                FalseExpiryLine.after(700_000).observed());
        assertThat(page)
                .contains("1 session asked for after the end, of 4 that Lasttab ended (25 %).")
                .contains("In observe mode 1 of 2 ends would have been false (50 %).")
                .contains("Within seconds, somebody had never left")
                .contains("<dt>Sessions ended</dt>\n<dd>4</dd>");
        assertThat(row(page, "Within a second")).containsExactly("WITHIN_1_S", "1", "0");
        assertThat(row(page, "1 to 10 seconds")).containsExactly("WITHIN_10_S", "0", "0");
        assertThat(row(page, "Later")).containsExactly("LATER", "0", "1");
    }

    /** White space counts in a drawing: a line that ended in front of the end of the text would be a space at the edge. */
    @Test
    void letsAnAmountThatStandsAloneReachTheEdge() {
        String page = page(List.of(LogLine.at("2026-11-22T10:30:00.000Z")), FalseExpiryLine.after(500));
        assertThat(page.substring(page.indexOf("id=\"false-expiries\""))).contains("text-anchor=\"end\">1</text>");
    }

    /** The cells behind the row's head, of the table of false expiries. */
    private static List<String> row(String page, String head) {
        String row = page.substring(page.indexOf("id=\"false-expiries\""));
        row = row.substring(row.indexOf("<th scope=\"row\">" + head + "</th>"));
        return Pattern.compile("<td>([^<]*)</td>")
                .matcher(row.substring(0, row.indexOf("</tr>")))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    @Test
    void tellsNoShareOfEndsThatTheLogDoesNotHave() {
        assertThat(page(
                        List.of(LogLine.at("2026-11-22T10:30:00.000Z")),
                        FalseExpiryLine.after(500),
                        FalseExpiryLine.after(5_000)))
                .contains("2 sessions asked for after the end, of 1 that Lasttab ended. ");
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
