package io.lasttab.core.settings;

import java.io.File;

/** Where the lines on ended sessions go. Immutable. */
public final class ExitLogSettings {

    private final boolean log;
    private final File file;
    private final long maxBytes;
    private final int keep;

    /**
     * Lines to the server's log, to a file, to both or to neither.
     *
     * @param file null for none
     * @param maxBytes how long the file becomes before a new one is begun
     * @param keep how many full files are kept; at least 1
     */
    public ExitLogSettings(boolean log, File file, long maxBytes, int keep) {
        this.log = log;
        this.file = file;
        this.maxBytes = maxBytes;
        this.keep = keep;
    }

    /** Whether lines go to the server's log. */
    public boolean log() {
        return log;
    }

    /** The file that lines go to; null for none. */
    public File file() {
        return file;
    }

    /** How long the file becomes before a new one is begun, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /** How many full files are kept; at least 1. */
    public int keep() {
        return keep;
    }
}
