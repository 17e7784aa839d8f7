package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Path file;
    private FileWatch watch;

    @BeforeEach
    void read() throws IOException {
        file = Files.writeString(folder.resolve("lasttab.properties"), "mode=observe");
        watch = new FileWatch(file.toFile(), nanos::get);
    }

    private boolean hasChangedAfterARest() {
        watch.hasChanged();
        nanos.addAndGet(FileWatch.AT_REST_NANOS);
        return watch.hasChanged();
    }

    @Test
    void seesNoChangeInAFileThatIsLeftAlone() {
        assertThat(hasChangedAfterARest()).isFalse();
    }

    @Test
    void seesAnotherLengthAnotherTimeAndThatTheFileIsGone() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "mode=enforce!");
        Files.setLastModifiedTime(file, before);
        assertThat(hasChangedAfterARest()).isTrue();

        watch.beginsToBeRead();
        assertThat(hasChangedAfterARest()).isFalse();
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 60_000));
        assertThat(hasChangedAfterARest()).isTrue();

        watch.beginsToBeRead();
        Files.delete(file);
        assertThat(hasChangedAfterARest()).isTrue();
    }

    @Test
    void waitsWhileTheFileIsBeingWritten() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "x".repeat(20 + i));
            assertThat(hasChangedAfterARest()).as("at rest").isTrue();
            Files.writeString(file, "x".repeat(30 + i));
            assertThat(watch.hasChanged()).as("just written").isFalse();
            nanos.addAndGet(FileWatch.AT_REST_NANOS - 1);
            assertThat(watch.hasChanged()).as("written a moment ago").isFalse();
        }
    }

    @Test
    void seesNoChangeInOneThatWasTakenBack() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "mode=enforce!");
        watch.hasChanged();
        Files.writeString(file, "mode=observe");
        Files.setLastModifiedTime(file, before);
        assertThat(hasChangedAfterARest()).isFalse();
    }
}
