package io.lasttab.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1); // a clock may overflow

    private Progress progress(boolean shown, long total) {
        return new Progress(new PrintStream(err, true, UTF_8), shown, total, () -> now);
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void saysNothingForWhatIsDoneInASecond() {
        Progress progress = progress(true, 1000);
        pass(999);
        progress.read(1000);
        progress.clear();
        assertThat(err.size()).isZero();
    }

    @Test
    void saysNothingWhereNobodyWatches() {
        Progress progress = progress(false, 1000);
        pass(5000);
        progress.read(1000);
        progress.clear();
        assertThat(err.size()).isZero();
    }

    @Test
    void writesOneLineOverAndOver() {
        Progress progress = progress(true, 1_024_000_000);
        pass(1000);
        progress.read(512_000_000);
        progress.read(1);
        pass(250);
        progress.read(255_999_999);
        progress.clear();
        assertThat(err.toString(UTF_8).split("\r +\r|\r"))
                .extracting(String::trim)
                .containsExactly("", "Reading: 50 % (512 MB of 1,024 MB)", "Reading: 75 % (768 MB of 1,024 MB)");
    }

    @Test
    void saysHowMuchWhereNobodyKnowsOfHowMuch() {
        Progress progress = progress(true, 0);
        pass(2000);
        progress.read(7_000_000);
        assertThat(err.toString(UTF_8).trim()).isEqualTo("Reading: 7 MB");
    }
}
