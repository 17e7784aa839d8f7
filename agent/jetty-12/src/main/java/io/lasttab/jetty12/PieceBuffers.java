package io.lasttab.jetty12;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.IntFunction;
import org.eclipse.jetty.util.Callback;

/**
 * Buffers for the pieces of pages that the tag has gone into. A piece is as large as an output buffer of Jetty's: to make a
 * new one for each page would cost more than all else that is done to it, so some are used again.
 *
 * <p>A buffer is either in here or with one write, never both. It comes back when Jetty says that the write has succeeded:
 * from then on nobody may look at it ({@code Content.Sink.write}), and Jetty's own output goes by the same word. After a
 * failure another thread may still be about to send it, so it is left to the garbage collector.
 *
 * <p>Not Jetty's own pool: that hands its buffers out by another method in 12.1 than in 12.0, and what becomes of one whose
 * write has failed differs too. Safe for use by many threads.
 */
final class PieceBuffers implements IntFunction<ByteBuffer> {

    /** Jetty's output buffer as it comes ({@code HttpConfiguration.getOutputBufferSize}), and a kilobyte for the tag. */
    static final int SIZE = 33 * 1024;

    /** Half a megabyte of them. Who comes while all are out gets one of his own. */
    static final int MOST = 16;

    private final ArrayDeque<ByteBuffer> idle = new ArrayDeque<>(MOST);
    private int made; // those in here and those that may come back

    /** A buffer on the heap for at least so many bytes, empty, with room up to its limit. */
    @Override
    public ByteBuffer apply(int bytes) {
        ByteBuffer known = bytes <= SIZE ? take() : null;
        return known == null ? ByteBuffer.allocate(bytes) : known;
    }

    /** Under a lock, as the last one that came back is the one that the processor still has at hand. */
    private synchronized ByteBuffer take() {
        ByteBuffer last = idle.pollLast();
        if (last != null) {
            return last.clear();
        }
        if (made == MOST) {
            return null;
        }
        ByteBuffer more = ByteBuffer.allocate(SIZE);
        made++;
        return more;
    }

    /**
     * The callback of the write that a piece goes out by.
     *
     * @param piece what {@link #apply} gave
     * @param callback the writer's own
     */
    Callback back(ByteBuffer piece, Callback callback) {
        return piece.capacity() == SIZE ? new Back(piece, callback) : callback;
    }

    private synchronized void came(ByteBuffer piece) {
        if (idle.size() < MOST) { // one of somebody's own may happen to be as large
            idle.addLast(piece);
        }
    }

    private synchronized void lost() {
        made--;
    }

    /** Says once what has become of the write. */
    private final class Back extends Callback.Nested {
        private ByteBuffer piece; // null: it is known

        Back(ByteBuffer piece, Callback callback) {
            super(callback);
            this.piece = piece;
        }

        @Override
        public void succeeded() {
            ByteBuffer done = taken();
            if (done != null) {
                came(done);
            }
            super.succeeded();
        }

        @Override
        public void failed(Throwable fault) {
            if (taken() != null) {
                lost();
            }
            super.failed(fault);
        }

        /** A callback may be told twice, which must not put one buffer into two hands. */
        private synchronized ByteBuffer taken() {
            ByteBuffer known = piece;
            piece = null;
            return known;
        }
    }
}
