package io.lasttab.core.settings;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that a file has changed, by its time and its length, once it has been left alone for a moment. Safe for use by many
 * threads.
 */
public final class FileWatch {

    /** A file half written may be valid, and yet lack the line that keeps sessions alive. */
    static final long AT_REST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final File file;
    private final LongSupplier nanoClock;
    private List<Long> read;
    private List<Long> seen;
    private long seenFirst;

    /** Makes a watch of a file that is going to be read now. */
    public FileWatch(File file) {
        this(file, System::nanoTime);
    }

    FileWatch(File file, LongSupplier nanoClock) {
        this.file = file;
        this.nanoClock = nanoClock;
        beginsToBeRead();
    }

    /** The file is going to be read now: what is written from now on is a change. */
    public final synchronized void beginsToBeRead() {
        read = stamp();
        seen = read;
    }

    /** Whether the file is not the one that was read, and has been as it is since an earlier look. */
    public synchronized boolean hasChanged() {
        List<Long> now = stamp();
        if (!now.equals(seen)) {
            seen = now;
            seenFirst = nanoClock.getAsLong();
            return false;
        }
        return !seen.equals(read) && nanoClock.getAsLong() - seenFirst >= AT_REST_NANOS;
    }

    /** Zeros if there is no file: that it is gone is a change too. */
    private List<Long> stamp() {
        return Arrays.asList(file.lastModified(), file.length());
    }
}
