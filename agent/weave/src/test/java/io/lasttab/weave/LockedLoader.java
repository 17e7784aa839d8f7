package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Two threads of which one holds a class loader's lock, as the JVM does while it loads a class. */
public final class LockedLoader {

    private static final Duration LONG = Duration.ofSeconds(60);

    private LockedLoader() {}

    /**
     * Has the same asked by a thread that holds the loader's lock, and by one that has begun before and needs it by now.
     * Fails if they wait for each other.
     */
    public static void askedFromBothSides(ClassLoader loader, Runnable question) throws InterruptedException {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(2);
        Thread outside = daemon(() -> {
            awaitQuietly(locked);
            question.run();
            answered.countDown();
        });
        Thread loading = daemon(() -> {
            synchronized (loader) {
                locked.countDown();
                await().atMost(LONG).until(() -> outside.getState() == Thread.State.BLOCKED);
                question.run();
            }
            answered.countDown();
        });
        outside.start();
        loading.start();
        assertThat(answered.await(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("outside is %s, loading is %s", outside.getState(), loading.getState())
                .isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
