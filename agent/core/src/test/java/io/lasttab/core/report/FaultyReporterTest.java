package io.lasttab.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.fault.Faults;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class FaultyReporterTest {

    private final Faults faults = new Faults();

    private void goesOnAfter(Runnable fault, long counted) throws InterruptedException {
        Reporter reporter = new Reporter("lasttab-reporter", "lines of the exit log");
        reporter.countFaultsIn(faults);
        reporter.start();
        try {
            reporter.report(fault);
            CountDownLatch told = new CountDownLatch(1);
            reporter.report(told::countDown);
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(faults.counts()).containsEntry("reporter", counted);
        } finally {
            reporter.stop();
        }
    }

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        goesOnAfter(
                () -> {
                    throw new OutOfMemoryError("on purpose");
                },
                1);
    }

    @Test
    void goesOnAfterAnErrorThatCannotBeToldEither() throws InterruptedException {
        goesOnAfter(
                () -> {
                    throw new UntoldError();
                },
                2);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19) // newer ones cannot stop a thread
    @SuppressWarnings({"deprecation", "removal"})
    void goesOnIfItIsStoppedByWhatItTells() throws InterruptedException {
        goesOnAfter(() -> Thread.currentThread().stop(), 1);
    }

    private static final class UntoldError extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new OutOfMemoryError("on purpose");
        }
    }
}
