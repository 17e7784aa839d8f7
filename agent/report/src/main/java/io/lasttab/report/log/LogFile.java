package io.lasttab.report.log;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Opens a log, compressed or not; which of the two its first bytes say, not its name. */
public final class LogFile {

    private static final int BUFFER = 64 * 1024;

    private LogFile() {}

    /** @param read told how many more bytes of the file were read, before they are unpacked */
    public static InputStream open(Path file, LongConsumer read) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return unpacked(in, read);
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw broken;
        }
    }

    /** @param read as in {@link #open} */
    public static InputStream unpacked(InputStream in, LongConsumer read) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(new Counted(in, read), BUFFER);
        buffered.mark(2);
        boolean compressed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return compressed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer read;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                read.accept(1);
            }
            return c;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) {
                read.accept(n);
            }
            return n;
        }
    }
}
