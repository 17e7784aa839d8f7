package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What becomes of the threads that end sessions when the agent leaves. */
class ExpiryPoolsTest {

    private final ExpiryPools pools = new ExpiryPools();

    @Test
    void areStoppedOnlyWhenTheThreadsOfAllApplicationsHaveNothingMoreToDo() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        ExpiryThreads busy = pools.open();
        ExpiryThreads idle = pools.open();
        busy.execute(() -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(pools.stop(0)).isFalse();
        assertThat(idle.isTerminated()).isTrue();
        over.countDown();
        assertThat(pools.stop(60)).isTrue();
        assertThat(busy.isTerminated()).isTrue();
    }

    @Test
    void haveNothingToStopWithoutAnApplication() throws InterruptedException {
        assertThat(pools.stop(0)).isTrue();
    }
}
