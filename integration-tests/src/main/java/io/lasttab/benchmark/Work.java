package io.lasttab.benchmark;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What a server did under a load.
 *
 * @param nanos of the clock
 * @param cpuMillis of the server's process
 * @param allocated bytes on the heap, by all of the server's threads
 * @param times how long each answer took as its client saw it, in nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them, and nobody compares them
record Work(long nanos, double cpuMillis, long allocated, long[] times) {
    static final Work NONE = new Work(0, 0, 0, new long[0]);

    Work plus(Work more) {
        long[] all = LongStream.concat(Arrays.stream(times), Arrays.stream(more.times))
                .toArray();
        return new Work(nanos + more.nanos, cpuMillis + more.cpuMillis, allocated + more.allocated, all);
    }

    double perSecond() {
        return times.length * 1e9 / nanos;
    }

    double cpuMicros() {
        return cpuMillis * 1000 / times.length;
    }

    double allocatedPerRequest() {
        return (double) allocated / times.length;
    }

    /** In how many microseconds 99 of 100 were answered. */
    double p99Micros() {
        long[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[(int) (sorted.length * 0.99)] / 1e3;
    }
}
