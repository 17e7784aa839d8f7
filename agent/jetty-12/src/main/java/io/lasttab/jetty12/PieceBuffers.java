package io.lasttab.jetty12;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.IntFunction;
import org.eclipse.jetty.util.Callback;

/**
 * Room for the pieces of pages that the tag has gone into. A piece is as large as an output buffer of Jetty's: to make new room
 * for each page would cost more than all else that is done to it, so some of it is used again.
 *
 * <p>An array is either in here or with one write, never both. It comes back when Jetty says that the write has succeeded:
 * its bytes are then read, as Jetty's own output, which is used again by the same word, takes for granted ({@code
 * Content.Sink.write}). But the buffer around it may still be known to somebody, such as the deflater of a response that is
 * compressed, who must find it read to its end for ever; so it is a new one each time. After a failure another thread may
 * still be about to send the bytes, so they are left to the garbage collector.
 *
 * <p>Not Jetty's own pool: that hands its buffers out by another method in 12.1 than in 12.0, and what becomes of one whose
 * write has failed differs too. Safe for use by many threads.
 */
final class PieceBuffers implements IntFunction<ByteBuffer> {

    /** Jetty's output buffer as it comes ({@code HttpConfiguration.getOutputBufferSize}), and a step for the tag. */
    static final int LARGEST = 36 * 1024;

    /** How many wait for their next use: half a megabyte. */
    static final int MOST = 16;

    private static final int STEP = 4 * 1024;

    private final ArrayDeque<byte[]> idle = new ArrayDeque<>(MOST);

    /** An empty buffer on the heap for at least so many bytes. */
    @Override
    public ByteBuffer apply(int bytes) {
        if (bytes > LARGEST) {
            return ByteBuffer.allocate(bytes);
        }
        byte[] last = takeLast();
        // One that is too short is dropped, so that in the end all are as long as the pages here make them.
        boolean fits = last != null && last.length >= bytes;
        return ByteBuffer.wrap(fits ? last : new byte[(bytes + STEP - 1) / STEP * STEP]);
    }

    /** Under a lock, as the last one that came back is the one that the processor still has at hand. */
    private synchronized byte[] takeLast() {
        return idle.pollLast();
    }

    /**
     * The callback of the write that a piece goes out by. Throws nothing.
     *
     * @param piece what {@link #apply} gave
     * @param callback the writer's own
     */
    @SuppressWarnings("ByteBufferBackingArray") // all of it: apply has wrapped it whole
    Callback back(ByteBuffer piece, Callback callback) {
        try {
            return piece.capacity() > LARGEST ? callback : new Back(piece.array(), callback);
        } catch (OutOfMemoryError noMemory) {
            return callback; // the piece goes out, and is not used again
        }
    }

    private synchronized void came(byte[] array) {
        if (idle.size() < MOST) {
            idle.addLast(array);
        }
    }

    /** Is told what has become of the write. */
    private final class Back extends Callback.Nested {
        private byte[] array; // null: it is known what has become of it

        Back(byte[] array, Callback callback) {
            super(callback);
            this.array = array;
        }

        @Override
        public void succeeded() {
            byte[] read = take();
            if (read != null) {
                came(read);
            }
            super.succeeded();
        }

        @Override
        public void failed(Throwable fault) {
            take();
            super.failed(fault);
        }

        /** A callback may be told twice, which must not put one array into two hands. */
        private synchronized byte[] take() {
            byte[] known = array;
            array = null;
            return known;
        }
    }
}
