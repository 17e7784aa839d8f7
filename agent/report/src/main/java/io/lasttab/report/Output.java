package io.lasttab.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole, or as it was before. */
final class Output {

    private final Path file;

    private Output(Path file) {
        this.file = file;
    }

    /** Looks whether it can be written, before anybody reads a large log for it. */
    static Output to(Path path) throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath(); // a link stays a link
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (isPlain(file)) {
            if (!Files.isDirectory(file.getParent())) {
                throw new IOException("there is no folder " + file.getParent());
            }
            if (!Files.isWritable(file.getParent())) {
                throw new IOException("nothing may be written into " + file.getParent());
            }
        }
        return new Output(file);
    }

    void write(byte[] bytes) throws IOException {
        if (!isPlain(file)) {
            Files.write(file, bytes); // a pipe or a device
            return;
        }
        // Not createTempFile: that one would keep the page from everybody but its owner.
        Path unfinished = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void move(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isPlain(Path file) {
        return !Files.exists(file) || Files.isRegularFile(file);
    }
}
