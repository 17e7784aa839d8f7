package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Sends a body in chunks through an injection, as a container does. */
final class Chunks {

    /** The kinds of buffers that containers write from. */
    enum Kind {
        HEAP,
        HEAP_WITH_OFFSET,
        SLICE,
        READ_ONLY,
        DIRECT,
        DIRECT_READ_ONLY;

        ByteBuffer buffer(byte[] bytes, int from, int to) {
            int length = to - from;
            return switch (this) {
                case HEAP -> ByteBuffer.wrap(bytes.clone(), from, length);
                case HEAP_WITH_OFFSET -> filled(ByteBuffer.allocate(length + 12), bytes, from, length);
                case SLICE ->
                    filled(ByteBuffer.allocate(length + 12), bytes, from, length)
                            .slice();
                case READ_ONLY ->
                    filled(ByteBuffer.allocate(length + 12), bytes, from, length)
                            .asReadOnlyBuffer();
                case DIRECT -> filled(ByteBuffer.allocateDirect(length + 12), bytes, from, length);
                case DIRECT_READ_ONLY ->
                    filled(ByteBuffer.allocateDirect(length + 12), bytes, from, length)
                            .asReadOnlyBuffer();
            };
        }

        /** Not at the beginning and not to the end, with markup on both sides that is none of the chunk's. */
        private static ByteBuffer filled(ByteBuffer buffer, byte[] bytes, int from, int length) {
            for (int i = 0; i < buffer.capacity(); i++) {
                buffer.put(i, (byte) "<head>".charAt(i % 6));
            }
            buffer.position(7);
            buffer.put(bytes, from, length);
            buffer.limit(7 + length).position(7);
            return buffer;
        }
    }

    private Chunks() {}

    /** Sends the bytes, cut at these indexes, and returns what would go out. */
    static byte[] send(Injection injection, Kind kind, byte[] body, int... cuts) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : body.length;
            sendChunk(injection, kind.buffer(body, from, to), sent);
            from = to;
        }
        return sent.toByteArray();
    }

    /** The same by a container that writes the beginning by itself. */
    static byte[] sendInTwoParts(Injection injection, Kind kind, byte[] body, int... cuts) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : body.length;
            ByteBuffer chunk = kind.buffer(body, from, to);
            int limit = chunk.limit();
            ByteBuffer beginning = injection.beginning(chunk);
            assertThat(chunk.limit()).isEqualTo(limit);
            if (beginning == null) {
                assertThat(chunk.remaining())
                        .as("what is left where nothing goes in")
                        .isEqualTo(to - from);
            } else {
                write(beginning, sent);
            }
            write(chunk, sent);
            from = to;
        }
        return sent.toByteArray();
    }

    private static void sendChunk(Injection injection, ByteBuffer chunk, ByteArrayOutputStream sent) {
        ByteBuffer untouched = chunk.duplicate();
        boolean placed = injection.isPlaced();
        ByteBuffer out = injection.splice(chunk);
        assertThat(chunk).as("the given buffer").isEqualTo(untouched);
        assertThat(chunk.position()).isEqualTo(untouched.position());
        assertThat(chunk.limit()).isEqualTo(untouched.limit());
        if (placed || !injection.isPlaced()) {
            assertThat(out).isSameAs(chunk);
        } else {
            assertThat(out.hasArray()).isTrue();
            assertThat(out.remaining()).isEqualTo(chunk.remaining() + injection.addedBytes());
        }
        write(out, sent);
    }

    private static void write(ByteBuffer buffer, ByteArrayOutputStream sent) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        sent.writeBytes(bytes);
    }

    /** Every byte a chunk of its own. */
    static int[] everywhere(byte[] body) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i < body.length; i++) {
            cuts.add(i);
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }
}
