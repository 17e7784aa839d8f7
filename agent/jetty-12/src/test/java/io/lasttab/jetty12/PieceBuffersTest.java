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

@SuppressWarnings("ByteBufferBackingArray") // which array it is, is what is tested
class PieceBuffersTest {
    private final PieceBuffers buffers = new PieceBuffers();

    @Test
    void roomIsUsedAgainOnceItsWriteHasSucceeded() {
        ByteBuffer first = buffers.apply(100).put((byte) 1).flip();
        AtomicInteger told = new AtomicInteger();

        buffers.back(first, Callback.from(told::incrementAndGet)).succeeded();

        ByteBuffer next = buffers.apply(200);
        assertThat(next.array()).isSameAs(first.array());
        assertThat(next.position()).isZero();
        assertThat(next.remaining()).isGreaterThanOrEqualTo(200);
        assertThat(told).as("the writer's own callback").hasValue(1);
    }

    @Test
    void whoStillKnowsABufferThatWasReadFindsNothingInItLater() {
        ByteBuffer read = buffers.apply(100).put((byte) 1).flip();
        read.position(read.limit());
        buffers.back(read, Callback.NOOP).succeeded();

        ByteBuffer next = buffers.apply(100).put((byte) 2).flip();

        assertThat(next.array()).isSameAs(read.array());
        assertThat(read.hasRemaining()).isFalse();
        read.position(0);
        assertThat(next.position()).isZero();
        assertThat(next.remaining()).isEqualTo(1);
    }

    @Test
    void roomThatIsOnItsWayOutIsNobodyElses() {
        ByteBuffer first = buffers.apply(100);
        assertThat(buffers.apply(100).array()).isNotSameAs(first.array());
    }

    @Test
    void roomWhoseWriteHasFailedIsNeverUsedAgain() {
        ByteBuffer first = buffers.apply(100);
        List<Throwable> told = new ArrayList<>();
        Callback callback = buffers.back(first, Callback.from(() -> {}, told::add));

        callback.failed(new IOException("gone"));
        callback.succeeded();

        assertThat(buffers.apply(100).array()).isNotSameAs(first.array());
        assertThat(told).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void aWriteThatIsToldTwiceGivesItsRoomBackOnce() {
        ByteBuffer first = buffers.apply(100);
        Callback callback = buffers.back(first, Callback.NOOP);
        callback.succeeded();
        callback.succeeded();
        assertThat(buffers.apply(100).array()).isSameAs(first.array());
        assertThat(buffers.apply(100).array()).isNotSameAs(first.array());
    }

    @Test
    void roomThatIsTooShortMakesPlaceForMore() {
        ByteBuffer small = buffers.apply(100);
        buffers.back(small, Callback.NOOP).succeeded();

        ByteBuffer large = buffers.apply(small.capacity() + 1);
        assertThat(large.remaining()).isGreaterThan(small.capacity());
        buffers.back(large, Callback.NOOP).succeeded();

        assertThat(buffers.apply(100).array()).isSameAs(large.array());
        assertThat(buffers.apply(100).array()).isNotSameAs(small.array());
    }

    @Test
    void aPieceThatIsTooLargeGetsABufferOfItsOwn() {
        ByteBuffer large = buffers.apply(PieceBuffers.LARGEST + 1);
        assertThat(large.remaining()).isEqualTo(PieceBuffers.LARGEST + 1);
        assertThat(buffers.back(large, Callback.NOOP)).isSameAs(Callback.NOOP);
    }

    @Test
    void everyWriteGetsRoomHoweverManyThereAreAndNoMoreThanSomeIsKept() {
        Set<byte[]> out = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ByteBuffer> all = new ArrayList<>();
        for (int i = 0; i < 3 * PieceBuffers.MOST; i++) {
            ByteBuffer next = buffers.apply(PieceBuffers.LARGEST);
            all.add(next);
            assertThat(out.add(next.array())).as("is another one").isTrue();
        }
        all.forEach(buffer -> buffers.back(buffer, Callback.NOOP).succeeded());

        int again = 0;
        for (int i = 0; i < 3 * PieceBuffers.MOST; i++) {
            again += out.contains(buffers.apply(PieceBuffers.LARGEST).array()) ? 1 : 0;
        }
        assertThat(again).isEqualTo(PieceBuffers.MOST);
    }

    @Test
    void noTwoThreadsEverHaveTheSameRoom() throws Exception {
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
