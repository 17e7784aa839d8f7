package io.lasttab.report;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line that says how far the reading is, written over and over; nothing for what is done in a second. */
final class Progress {

    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long INTERVAL_NANOS = 250_000_000;
    private static final int WIDTH = 60;

    private final PrintStream err;
    private final boolean shown;
    private final long totalBytes;
    private final LongSupplier nanoTime;
    private long next;
    private long bytes;
    private boolean written;

    /** @param totalBytes of all logs as they lie on the disk; 0 if nobody knows */
    Progress(PrintStream err, boolean shown, long totalBytes, LongSupplier nanoTime) {
        this.err = err;
        this.shown = shown;
        this.totalBytes = totalBytes;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() + PATIENCE_NANOS;
    }

    void read(long more) {
        bytes += more;
        if (shown && nanoTime.getAsLong() - next >= 0) {
            next = nanoTime.getAsLong() + INTERVAL_NANOS;
            write(line());
            written = true;
        }
    }

    private String line() {
        String megabytes = String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
        return totalBytes == 0
                ? "Reading: " + megabytes
                : String.format(
                        Locale.ROOT,
                        "Reading: %d %% (%s of %,d MB)",
                        Math.min(100, 100 * bytes / totalBytes),
                        megabytes,
                        totalBytes / 1_000_000);
    }

    /** Leaves the terminal as if nothing had been there. */
    void clear() {
        if (written) {
            write("");
            err.print('\r');
            err.flush();
        }
    }

    private void write(String line) {
        err.print('\r' + String.format(Locale.ROOT, "%-" + WIDTH + "s", line));
        err.flush();
    }
}
