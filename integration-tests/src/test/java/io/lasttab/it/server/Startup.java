package io.lasttab.it.server;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server that starts in a process of its own. */
record Startup(Target target, Process process, ServerLog log) {
    /**
     * Waits until it answers; one that has died is noticed at once.
     *
     * @param status of its answer; 200 is a good one
     * @param stop what is done with one that does not answer in time
     */
    void await(Duration atMost, IntSupplier status, Runnable stop) {
        try {
            Awaitility.await(target + " to start").atMost(atMost).until(() -> !process.isAlive() || isGood(status));
        } catch (ConditionTimeoutException e) {
            stop.run();
            throw new AssertionError(target + " does not answer:\n" + log.tail(), e);
        }
        if (!process.isAlive()) {
            throw new AssertionError(target + " did not start:\n" + log.tail());
        }
    }

    private static boolean isGood(IntSupplier status) {
        try {
            return status.getAsInt() == 200;
        } catch (UncheckedIOException | AssertionError e) {
            return false; // not listening yet, or not answering
        }
    }
}
