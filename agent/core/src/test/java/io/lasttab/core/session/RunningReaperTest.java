package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.core.session.PageMessage.Kind;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The reaper with its own threads, in real time, with graces of an instant. */
class RunningReaperTest {

    private static final Duration EVENTUALLY = Duration.ofSeconds(60);
    private static final Policy POLICY = new Policy(50, 50, 50, 600_000, 1, host -> false);
    private static final int MANY = 10_000;

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Reaper reaper = new Reaper();
    private final App app = new App(reaper);

    /** An application in a container. */
    private static final class App implements SessionStore {
        final Map<Object, AtomicInteger> ends = new ConcurrentHashMap<>();
        final Queue<Object> sessions = new ConcurrentLinkedQueue<>(); // held, as the container does
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        final AtomicLong ids = new AtomicLong();
        final SessionTracker tracker;
        volatile Consumer<Object> listener = session -> {};

        App(Reaper reaper) {
            tracker = new SessionTracker(reaper, this, POLICY, false);
        }

        void orphan() {
            Object session = new Object();
            sessions.add(session);
            TrackedSession tracked = tracker.track(session);
            tracked.heard(new PageMessage(Kind.HELLO, 1, 1, 1, false, null, null));
            tracked.heard(new PageMessage(Kind.BYE, 1, 1, 2, false, null, null));
        }

        void awaitEnds(int number) {
            await().atMost(EVENTUALLY).until(() -> ends.size() >= number);
        }

        @Override
        public void expire(Object session) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                listener.accept(session);
                ends.computeIfAbsent(session, any -> new AtomicInteger()).incrementAndGet();
                tracker.find(session).endedBy(ExitCause.TIMEOUT);
            } finally {
                atOnce.decrementAndGet();
            }
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
            return "id" + ids.incrementAndGet();
        }
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        reaper.stop();
    }

    private void block(Object session) {
        try {
            letGo.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<Thread> reapers() {
        return threads("lasttab-reaper");
    }

    private static Set<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .collect(Collectors.toSet());
    }

    private static WeakReference<SessionTracker> endASession(App gone) {
        gone.orphan();
        gone.awaitEnds(1);
        await().atMost(EVENTUALLY).until(() -> gone.tracker.count() == 0);
        return new WeakReference<>(gone.tracker);
    }

    @Test
    void endsTheThreadsOfAnApplicationThatIsGoneToo() {
        Set<Thread> others = threads("lasttab-expiry");
        reaper.start();
        WeakReference<SessionTracker> tracker = endASession(new App(reaper));
        await().atMost(EVENTUALLY).until(() -> {
            System.gc();
            return tracker.get() == null;
        });
        Set<Thread> resting = threads("lasttab-expiry");
        resting.removeAll(others);
        assertThat(resting).as("or this was too slow to show anything").isNotEmpty();

        reaper.stop();

        await().atMost(Duration.ofSeconds(10)).until(() -> resting.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void endsEachOfManyThatAreDueAtOnceOnceOnAFewThreads() {
        for (int i = 0; i < MANY; i++) {
            app.orphan();
        }
        reaper.start();
        app.awaitEnds(MANY);
        await().atMost(EVENTUALLY).until(() -> app.tracker.count() == 0);
        assertThat(app.ends.values()).allMatch(times -> times.get() == 1);
        assertThat(app.tracker.failedExpiries()).isZero();
        assertThat(app.mostAtOnce.get()).isBetween(1, ExpiryThreads.MOST);
    }

    @Test
    void anApplicationWhoseListenersBlockAllItsThreadsDelaysNoOther() {
        App blocked = new App(reaper);
        blocked.listener = this::block;
        reaper.start();
        for (int i = 0; i < 100; i++) {
            blocked.orphan();
        }
        await().atMost(EVENTUALLY).until(() -> blocked.atOnce.get() == ExpiryThreads.MOST);
        for (int i = 0; i < 100; i++) {
            app.orphan();
        }
        app.awaitEnds(100);
        assertThat(blocked.ends).isEmpty();
        assertThat(blocked.mostAtOnce.get()).isEqualTo(ExpiryThreads.MOST);

        letGo.countDown();
        blocked.awaitEnds(100);
        assertThat(blocked.ends.values()).allMatch(times -> times.get() == 1);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19) // newer ones cannot stop a thread
    @SuppressWarnings({"deprecation", "removal"})
    void goesOnWhenSomebodyStopsItsThread() {
        Set<Thread> others = reapers();
        reaper.start();
        for (int i = 1; i <= 5; i++) {
            for (Thread thread : reapers()) {
                if (!others.contains(thread)) {
                    // Not before it has begun, nor in the midst of a write to the wheel: nothing can be safe from that.
                    await().atMost(EVENTUALLY).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
                    thread.stop();
                }
            }
            app.orphan();
            app.awaitEnds(i);
        }
        assertThat(app.ends.values()).allMatch(times -> times.get() == 1);
        assertThat(reaper.faults().counts().get("reaper")).isPositive();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_19)
    @SuppressWarnings({"deprecation", "removal"})
    void goesOnWhenSomebodyStopsAThreadThatEndsSessions() {
        app.listener = session -> {
            if (app.ends.isEmpty()) {
                app.ends.put("stopped", new AtomicInteger(1));
                Thread.currentThread().stop();
            }
        };
        reaper.start();
        app.orphan();
        app.awaitEnds(2); // spared, and ended at the second try
        assertThat(app.ends.values()).allMatch(times -> times.get() == 1);
        assertThat(app.tracker.failedExpiries()).isOne();
        assertThat(reaper.faults().counts()).containsEntry("session end", 1L);
    }

    @Test
    void goesOnAfterAnErrorOfItsOwn() {
        AtomicInteger broken = new AtomicInteger(3);
        Reaper failing = new Reaper(
                new ReaperClock(() -> {
                    if (Thread.currentThread().getName().equals("lasttab-reaper") && broken.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("on purpose");
                    }
                    return System.nanoTime();
                }),
                Runnable::run);
        App other = new App(failing);
        try {
            failing.start();
            other.orphan();
            other.awaitEnds(1);
            assertThat(failing.faults().counts()).containsEntry("reaper", 3L);
        } finally {
            failing.stop();
        }
    }
}
