package io.lasttab.report.log;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines, in a buffer that never grows. */
final class Lines {

    /** The agent writes lines of some 300 bytes; a name of host or context may add a few hundred. */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int filled;
    private int next;

    private int from;
    private int to;
    private long number;
    private boolean tooLong;
    private boolean closed;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
        int searched = next;
        tooLong = false;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return line(i, true);
                }
            }
            searched = filled;
            if (filled - next > LONGEST) {
                tooLong = true;
                next = filled;
            }
            int kept = filled - next;
            if (filled == buffer.length) {
                System.arraycopy(buffer, next, buffer, 0, kept);
                next = 0;
                filled = kept;
                searched = kept;
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return (kept > 0 || tooLong) && line(filled, false);
            }
            filled += read;
        }
    }

    private boolean line(int end, boolean byLineFeed) {
        from = next;
        to = end;
        next = byLineFeed ? end + 1 : end;
        number++;
        tooLong |= to - from > LONGEST;
        closed = byLineFeed;
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Of the line's first byte. */
    int from() {
        return from;
    }

    /** Behind the line's last byte, which is no line feed. */
    int to() {
        return to;
    }

    /** From 1 up. */
    long number() {
        return number;
    }

    /** Whether it has more bytes than {@link #LONGEST}; then some of them are gone. */
    boolean tooLong() {
        return tooLong;
    }

    /** Whether a line feed ends it; only the last may lack one. */
    boolean closed() {
        return closed;
    }

    boolean blank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return !tooLong;
    }
}
