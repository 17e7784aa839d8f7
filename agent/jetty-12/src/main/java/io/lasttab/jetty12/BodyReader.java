package io.lasttab.jetty12;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;

/** Reads a small body as it arrives; no thread waits for it. */
final class BodyReader implements Runnable {

    private final Content.Source source;
    private final int limit;
    private final Consumer<byte[]> then;
    private final Consumer<Throwable> failed;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * Makes a reader; {@link #run} starts it.
     *
     * @param limit at most this many bytes are read
     * @param then gets what was read
     * @param failed gets why the rest did not come, or what {@code then} has thrown
     */
    BodyReader(Content.Source source, int limit, Consumer<byte[]> then, Consumer<Throwable> failed) {
        this.source = source;
        this.limit = limit;
        this.then = then;
        this.failed = failed;
    }

    @Override
    public void run() {
        try {
            read();
        } catch (RuntimeException | Error fault) {
            failed.accept(fault);
        }
    }

    private void read() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                failed.accept(chunk.getFailure());
                return;
            }
            take(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (last || body.size() == limit) {
                then.accept(body.toByteArray());
                return;
            }
        }
    }

    private void take(ByteBuffer bytes) {
        byte[] taken = new byte[Math.min(bytes.remaining(), limit - body.size())];
        bytes.get(taken);
        body.write(taken, 0, taken.length);
    }
}
