package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.SinceEnd;
import io.lasttab.report.log.Cause;
import io.lasttab.report.log.Ender;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report, which knows nothing of the agent, says the same words as the agent, and means the same by them. */
class ReportedWordsTest {

    private static final int HOUR = 3_600;

    @Test
    void theReportHasTheTimesSinceTheEndThatJmxHas() {
        assertThat(Stream.of(io.lasttab.report.log.SinceEnd.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Stream.of(SinceEnd.values()).map(Enum::name).toList());
    }

    /** Around each second of an hour, and in the two longest times there are: the limits are whole seconds. */
    @Test
    void theReportCountsEachTimeSinceTheEndWhereJmxDoes() {
        LongStream times = LongStream.concat(
                LongStream.of(24 * HOUR * 1000L, Long.MAX_VALUE),
                LongStream.rangeClosed(0, HOUR)
                        .flatMap(second -> LongStream.rangeClosed(second * 1000 - 1, second * 1000 + 1)));
        assertThat(times.filter(millis -> !io.lasttab.report.log.SinceEnd.of(millis)
                        .name()
                        .equals(SinceEnd.of(millis).name())))
                .isEmpty();
    }

    @Test
    void theReportKnowsEachCauseOfAnEndAndWhetherItWasLasttab() {
        assertThat(Stream.of(Cause.values())
                        .filter(cause -> cause != Cause.UNKNOWN)
                        .map(cause -> cause + " " + (cause.ender() == Ender.LASTTAB)))
                .containsExactlyElementsOf(Stream.of(ExitCause.values())
                        .map(cause -> cause + " " + cause.isOrphaned())
                        .toList());
    }
}
