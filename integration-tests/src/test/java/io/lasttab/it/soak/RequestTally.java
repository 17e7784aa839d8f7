package io.lasttab.it.soak;

import io.lasttab.it.client.Answer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How many requests were answered, and what went wrong. Safe for use by many threads. */
final class RequestTally {
    /** As many failures are told; all are counted. */
    private static final int TOLD = 20;

    private final LongAdder answered = new LongAdder();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Asks, and throws if the answer has another status. */
    Answer expect(int status, Supplier<Answer> request) {
        Answer answer = request.get();
        answered.increment();
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " instead of " + status + ": " + answer.headers());
        }
        return answer;
    }

    /** Counts a request whose answer nobody looks at. */
    void answered() {
        answered.increment();
    }

    void failed(String actor, Throwable failure) {
        if (failed.incrementAndGet() <= TOLD) {
            StackTraceElement[] trace = failure.getStackTrace();
            failures.add(actor + ": " + failure + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    long countAnswered() {
        return answered.sum();
    }

    long countFailed() {
        return failed.get();
    }

    /** The first of them. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
