package io.lasttab.benchmark.ledger;

import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionTracker;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page opens in a session and leaves: a hello and a bye, from the bytes of the beacon to the deadline. Each time in
 * another session, and of a page that is not known there, as when a user goes from page to page. One thread, which is one
 * core; the reaper runs beside it.
 *
 * <p>The sessions take turns, in an order that has nothing to do with where they lie in memory, so that all that is looked at
 * of one was looked at last as many pairs ago as there are sessions. The order itself is read from one end to the other: a
 * container has found its session before Lasttab hears a word, so how that is found is not measured. The session object is:
 * that is as cold as what Lasttab knows of it, though a container would just have touched it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class WordsBenchmark {

    private static final String ANY_PAGE = "00000000000000000000000000000000";
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MOST_THAT_LEFT = 8; // of a session's pages, no more are remembered

    private static final long NEVER_IN_HERE = 600_000;

    /** How many sessions are tracked. */
    @Param({"1000", "100000", "1000000"})
    public int sessions;

    private final byte[] hello = Population.body("hello", ANY_PAGE, 1);
    private final byte[] bye = Population.body("bye", ANY_PAGE, 2);
    private final Reaper reaper = new Reaper();
    private final SessionTracker tracker = Population.tracker(reaper, new NothingEnds(), NEVER_IN_HERE);
    private Object[] containersSessions;
    private SplittableRandom random;
    private int next;

    /** Makes the sessions. Each has had as many pages as it remembers. */
    @Setup(Level.Trial)
    public void track() {
        random = new SplittableRandom(1);
        reaper.start();
        containersSessions = new Object[sessions];
        for (int i = 0; i < sessions; i++) {
            containersSessions[i] = new Object();
            for (int page = 0; page < MOST_THAT_LEFT; page++) {
                helloAndBye(containersSessions[i]);
            }
        }
        Collections.shuffle(Arrays.asList(containersSessions), new Random(1));
    }

    /** Lets the reaper go. */
    @TearDown(Level.Trial)
    public void stop() {
        reaper.stop();
    }

    /** What a core could do that had nothing else to do: the same count by the thread's CPU time. JMH adds iterations up. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class OfCpu {
        private long pairs;
        private long cpuBefore;

        /** Pairs for each second of CPU time. */
        public long perSecond() {
            return pairs * 1_000_000_000 / Math.max(1, cpu() - cpuBefore);
        }

        /** A new count. */
        @Setup(Level.Iteration)
        public void reset() {
            pairs = 0;
            cpuBefore = cpu();
        }

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    /** One page comes and goes. */
    @Benchmark
    public boolean helloAndBye(OfCpu counter) {
        counter.pairs++;
        next = next + 1 == sessions ? 0 : next + 1;
        return helloAndBye(containersSessions[next]);
    }

    private boolean helloAndBye(Object session) {
        long page = random.nextLong();
        write(page, hello, "hello ".length());
        write(page, bye, "bye ".length());
        return Population.hear(tracker, session, hello) && Population.hear(tracker, session, bye);
    }

    /** Writes half of the page's id, in place, so that the bytes are at hand as those are that have just come in. */
    private static void write(long page, byte[] body, int at) {
        for (int i = 0; i < 16; i++) {
            body[at + i] = HEX_DIGITS[(int) (page >>> (4 * i)) & 15];
        }
    }

    /** A container in which no session lives long enough to end. */
    private static final class NothingEnds implements SessionStore {
        @Override
        public void expire(Object session) {
            throw new AssertionError("nothing ends in here");
        }

        @Override
        public long createdMillis(Object session) {
            return System.currentTimeMillis();
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public String id(Object session) {
            return "id";
        }
    }
}
