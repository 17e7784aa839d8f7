package io.lasttab.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final int MB = 1 << 20;
    private static final int SAMPLES = 120;
    private static final int SECONDS = 10;

    @Test
    void hasNothingAgainstFiguresThatOnlyBreathe() {
        assertThat(Verdict.against(run(sample -> sample))).isEmpty();
    }

    @Test
    void hasNothingAgainstGrowthThatIsOverInTheFirstHalf() {
        assertThat(Verdict.against(run(sample -> heap(sample, Math.min(sample.seconds(), 300) / 10 * MB))))
                .isEmpty();
    }

    @Test
    void objectsToAHeapThatGrowsSlowlyUnderMuchNoise() {
        assertThat(Verdict.against(run(sample -> heap(sample, sample.seconds() / 300 * MB))))
                .singleElement()
                .asString()
                .startsWith("heap after a collection");
    }

    @Test
    void objectsToAThreadThatIsForgottenEveryTwoMinutes() {
        assertThat(Verdict.against(run(sample -> with(sample, (int) (sample.seconds() / 120), 0, 0, 0, 0))))
                .singleElement()
                .asString()
                .startsWith("threads");
    }

    @Test
    void objectsToAPoolWithoutLimit() {
        assertThat(Verdict.against(run(VerdictTest::crowded))).containsExactly("1252 threads in pools");
    }

    @Test
    void objectsToLoadersThatStay() {
        assertThat(Verdict.against(run(sample -> with(sample, 0, (int) (sample.seconds() / 120), 0, 0, 0))))
                .anyMatch(objection -> objection.startsWith("loaders of applications: grew"))
                .anyMatch(objection -> objection.contains("left behind"));
    }

    @Test
    void objectsToOneLoaderThatStaysAtTheEnd() {
        assertThat(Verdict.against(run(sample -> with(sample, 0, sample.seconds() > 1195 ? 1 : 0, 0, 0, 0))))
                .containsExactly("1 loaders of applications left behind");
    }

    @Test
    void objectsToASingleFailureOfEachKind() {
        assertThat(Verdict.against(run(sample -> with(sample, 0, 0, 1, 0, 0)))).containsExactly("1 failed requests");
        assertThat(Verdict.against(run(sample -> with(sample, 0, 0, 0, 1, 0)))).containsExactly("1 false expiries");
        assertThat(Verdict.against(run(sample -> with(sample, 0, 0, 0, 0, 1)))).containsExactly("1 faults of Lasttab");
    }

    @Test
    void objectsToARunWithoutRequests() {
        assertThat(Verdict.against(run(VerdictTest::unasked))).containsExactly("nothing was asked");
    }

    /** Twenty minutes around 40 MB, with a pool that gets a thread now and then, and at times one application more. */
    private static List<Sample> run(UnaryOperator<Sample> change) {
        Random random = new Random(1);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= SAMPLES; i++) {
            boolean underLoad = i > 0 && i < SAMPLES;
            long heap = 40L * MB + (long) (random.nextGaussian() * MB);
            int workers = 40 + i / 10;
            int threads = workers + 20 + random.nextInt(3);
            int loaders = underLoad ? 2 + random.nextInt(2) : 2;
            samples.add(change.apply(new Sample(
                    i * SECONDS,
                    heap,
                    200L * MB,
                    threads,
                    workers,
                    9_000,
                    i * 10L,
                    loaders,
                    500,
                    i * 1_000L,
                    0,
                    0,
                    0)));
        }
        return samples;
    }

    private static Sample heap(Sample sample, double more) {
        return new Sample(
                sample.seconds(),
                sample.heapBytes() + (long) more,
                sample.residentBytes(),
                sample.threads(),
                sample.workers(),
                sample.classes(),
                sample.unloadedClasses(),
                sample.loaders(),
                sample.sessions(),
                sample.requests(),
                sample.failed(),
                sample.falseExpiries(),
                sample.faults());
    }

    private static Sample with(Sample sample, int threads, int loaders, long failed, long falseExpiries, long faults) {
        return new Sample(
                sample.seconds(),
                sample.heapBytes(),
                sample.residentBytes(),
                sample.threads() + threads,
                sample.workers(),
                sample.classes(),
                sample.unloadedClasses(),
                sample.loaders() + loaders,
                sample.sessions(),
                sample.requests(),
                failed,
                falseExpiries,
                faults);
    }

    private static Sample crowded(Sample sample) {
        int more = (int) sample.seconds();
        return new Sample(
                sample.seconds(),
                sample.heapBytes(),
                sample.residentBytes(),
                sample.threads() + more,
                sample.workers() + more,
                sample.classes(),
                sample.unloadedClasses(),
                sample.loaders(),
                sample.sessions(),
                sample.requests(),
                sample.failed(),
                sample.falseExpiries(),
                sample.faults());
    }

    private static Sample unasked(Sample sample) {
        return new Sample(
                sample.seconds(),
                sample.heapBytes(),
                sample.residentBytes(),
                sample.threads(),
                sample.workers(),
                sample.classes(),
                sample.unloadedClasses(),
                sample.loaders(),
                sample.sessions(),
                0,
                0,
                0,
                0);
    }
}
