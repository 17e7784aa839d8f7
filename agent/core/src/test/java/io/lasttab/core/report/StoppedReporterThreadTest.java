package io.lasttab.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.fault.Faults;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class StoppedReporterThreadTest {

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19) // newer ones cannot stop a thread
    @SuppressWarnings({"deprecation", "removal"})
    void goesOnWhenSomebodyStopsItsThread() throws InterruptedException {
        Reporter reporter = new Reporter();
        Faults faults = new Faults();
        reporter.countFaultsIn(faults);
        reporter.start();
        try {
            for (int i = 1; i <= 3; i++) {
                AtomicReference<Thread> thread = new AtomicReference<>();
                CountDownLatch told = new CountDownLatch(1);
                reporter.report(() -> {
                    thread.set(Thread.currentThread());
                    told.countDown();
                });
                assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
                thread.get().stop(); // while it waits, or as good as that
            }
            CountDownLatch told = new CountDownLatch(1);
            reporter.report(told::countDown);
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(faults.counts().get("reporter")).isPositive();
        } finally {
            reporter.stop();
        }
    }
}
