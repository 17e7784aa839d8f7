package io.lasttab.jetty12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class PieceBuffersTest {
    private final PieceBuffers buffers = new PieceBuffers();

    @Test
    void aBufferIsUsedAgainOnceItsWriteHasSucceeded() {
        ByteBuffer first = buffers.apply(100).put((byte) 1).flip();
        AtomicInteger told = new AtomicInteger();

        buffers.back(first, Callback.from(told::incrementAndGet)).succeeded();

        ByteBuffer next = buffers.apply(200);
        assertThat(next).isSameAs(first);
        assertThat(next.position()).isZero();
        assertThat(next.remaining()).isGreaterThanOrEqualTo(200);
        assertThat(told).as("the writer's own callback").hasValue(1);
    }

    @Test
    void aBufferThatIsOnItsWayOutIsNobodyElses() {
        ByteBuffer first = buffers.apply(100);
        assertThat(buffers.apply(100)).isNotSameAs(first);
    }

    @Test
    void aBufferWhoseWriteHasFailedIsNeverUsedAgain() {
        ByteBuffer first = buffers.apply(100);
        List<Throwable> told = new ArrayList<>();
        Callback callback = buffers.back(first, Callback.from(() -> {}, told::add));

        callback.failed(new IOException("gone"));
        callback.succeeded();

        for (int i = 0; i <= PieceBuffers.MOST; i++) {
            assertThat(buffers.apply(100)).isNotSameAs(first);
        }
        assertThat(told).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void failedWritesDoNotUseTheBuffersUp() {
        for (int i = 0; i < 3 * PieceBuffers.MOST; i++) {
            buffers.back(buffers.apply(100), Callback.NOOP).failed(new IOException("gone"));
        }
        ByteBuffer next = buffers.apply(100);
        buffers.back(next, Callback.NOOP).succeeded();
        assertThat(buffers.apply(100)).isSameAs(next);
    }

    @Test
    void aWriteThatIsToldTwiceGivesItsBufferBackOnce() {
        ByteBuffer first = buffers.apply(100);
        Callback callback = buffers.back(first, Callback.NOOP);
        callback.succeeded();
        callback.succeeded();
        assertThat(buffers.apply(100)).isSameAs(first);
        assertThat(buffers.apply(100)).isNotSameAs(first);
    }

    @Test
    void aPieceThatIsTooLargeGetsABufferOfItsOwn() {
        ByteBuffer large = buffers.apply(PieceBuffers.SIZE + 1);
        assertThat(large.remaining()).isEqualTo(PieceBuffers.SIZE + 1);
        assertThat(buffers.back(large, Callback.NOOP)).isSameAs(Callback.NOOP);
    }

    @Test
    void everyWriteGetsABufferHoweverManyThereAreAndNoMoreThanAFewAreKept() {
        List<ByteBuffer> all = new ArrayList<>();
        for (int i = 0; i < 3 * PieceBuffers.MOST; i++) {
            all.add(buffers.apply(PieceBuffers.SIZE));
        }
        Set<ByteBuffer> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(all);
        assertThat(distinct).hasSameSizeAs(all);
        all.forEach(buffer -> buffers.back(buffer, Callback.NOOP).succeeded());

        Set<ByteBuffer> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 3 * PieceBuffers.MOST; i++) {
            kept.add(buffers.apply(PieceBuffers.SIZE));
        }
        assertThat(all.stream().filter(kept::contains)).hasSize(PieceBuffers.MOST);
    }

    @Test
    void noTwoThreadsEverHaveTheSameBuffer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                byte own = (byte) i;
                running.add(threads.submit(() -> writeMany(own)));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void writeMany(byte own) {
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer buffer = buffers.apply(64);
            for (int k = 0; k < 64; k++) {
                buffer.put(own);
            }
            buffer.flip();
            Callback callback = buffers.back(buffer, Callback.NOOP);
            while (buffer.hasRemaining()) {
                assertThat(buffer.get()).isEqualTo(own);
            }
            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                callback.failed(new IOException("gone"));
            } else {
                callback.succeeded();
            }
        }
    }
}
