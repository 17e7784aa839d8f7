package io.lasttab.core.report;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A file that lines are added to. When it is full, it is renamed to {@code <name>.1}, what was that to {@code <name>.2}, and
 * so on; the oldest goes. Another program may move, empty or delete it at any time, as logrotate does: the next line goes
 * into a file of the old name again. For one thread.
 */
final class ExitFile implements Closeable {

    private final File file;
    private final long maxBytes;
    private final int keep;
    private FileOutputStream out;
    private long length; // as far as we have written

    /**
     * Opens nothing yet.
     *
     * @param maxBytes how long the file becomes at most, but for a single line that is longer
     * @param keep how many full files are kept; at least 1
     */
    ExitFile(File file, long maxBytes, int keep) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.keep = keep;
    }

    /** Adds a line, its end included, in one write: what is read meanwhile ends with a whole line as a rule. */
    void append(byte[] line) throws IOException {
        open();
        if (length > 0 && length + line.length > maxBytes) {
            close();
            rotate();
            open();
        }
        out.write(line);
        length += line.length;
    }

    /** Opens the file unless it is open and still the one that is found by its name. */
    void open() throws IOException {
        if (out != null && file.length() == length && file.exists()) {
            return;
        }
        close();
        if (file.exists() && !file.isFile()) {
            throw new IOException("it is not a plain file"); // a pipe could hold us up for ever
        }
        out = new FileOutputStream(file, true);
        length = file.length();
        if (length > 0 && !endsWithALine()) {
            out.write('\n'); // a full disk or a crash has cut the last line off: it must not take the next one along
            length++;
        }
    }

    private boolean endsWithALine() throws IOException {
        try (RandomAccessFile written = new RandomAccessFile(file, "r")) {
            written.seek(length - 1);
            return written.read() == '\n';
        }
    }

    private void rotate() throws IOException {
        for (int number = firstFree(); number > 0; number--) {
            File from = number == 1 ? file : numbered(number - 1);
            File to = numbered(number);
            // Deleted first: on Windows nothing can be renamed to a name that is taken.
            boolean free = !from.exists() || !to.exists() || to.delete();
            if (!free || (from.exists() && !from.renameTo(to))) {
                throw new IOException("it is full, and " + from.getName() + " cannot be renamed to " + to.getName());
            }
        }
    }

    /** Only those below make room: a file that cannot be renamed must not cost the oldest one at each new try. */
    private int firstFree() {
        int number = 1;
        while (number < keep && numbered(number).exists()) {
            number++;
        }
        return number;
    }

    private File numbered(int number) {
        return new File(file.getPath() + "." + number);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            FileOutputStream closing = out;
            out = null;
            closing.close();
        }
    }

    @Override
    public String toString() {
        return file.getPath();
    }
}
