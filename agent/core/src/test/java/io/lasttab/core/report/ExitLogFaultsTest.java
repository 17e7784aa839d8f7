package io.lasttab.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.settings.ExitLogSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails while the server runs: told once, counted, and written again when it can be. */
class ExitLogFaultsTest {

    private static final ExitInfo EXIT = new ExitInfo(0, "?", "LOGOUT", 1, 5, true, 5, null, -1);

    @TempDir
    private Path folder;

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final Reporter reporter = new Reporter("lasttab-reporter", "lines of the exit log");

    @BeforeEach
    void readStandardError() {
        System.setErr(new PrintStream(told, true, UTF_8));
        reporter.start();
    }

    @AfterEach
    void standardError() {
        reporter.stop();
        System.setErr(standardError);
    }

    private ExitLog log(Path file, long maxBytes) {
        return new ExitLog(new ExitLogSettings(false, file.toFile(), maxBytes, 1), reporter, nanos::get);
    }

    /** Later than a failed try counts. */
    private void add(ExitLog log) throws InterruptedException {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        log.add("localhost", "/shop", EXIT);
        CountDownLatch written = new CountDownLatch(1);
        reporter.report(written::countDown);
        assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private long warnings() {
        return told.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("WARN") && line.contains("cannot be written"))
                .count();
    }

    @Test
    void goesOnWhenItsFolderIsBack() throws IOException, InterruptedException {
        Path file = Files.createDirectory(folder.resolve("logs")).resolve("exits.jsonl");
        ExitLog log = log(file, 1 << 30);
        add(log);
        Files.delete(file);
        Files.delete(file.getParent());
        add(log);
        add(log);
        assertThat(log.lost()).isEqualTo(2);
        assertThat(warnings()).isEqualTo(1);

        Files.createDirectory(file.getParent());
        add(log);
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(told.toString(UTF_8)).contains("is written again; 2 lines are missing");
    }

    @Test
    void goesOnWhenAFullFileCanBeRenamedAgain() throws IOException, InterruptedException {
        Path file = folder.resolve("exits.jsonl");
        Path inTheWay = Files.createDirectory(folder.resolve("exits.jsonl.1")).resolve("file");
        Files.createFile(inTheWay);
        ExitLog log = log(file, 10); // full with one line
        add(log);
        add(log);
        add(log);
        assertThat(log.lost()).isEqualTo(2);
        assertThat(warnings()).isEqualTo(1);
        assertThat(told.toString(UTF_8)).contains("cannot be renamed to exits.jsonl.1");

        Files.delete(inTheWay);
        add(log);
        assertThat(log.lost()).isEqualTo(2);
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(folder.resolve("exits.jsonl.1")).isRegularFile();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotHeldUpByADeviceThatIsAlwaysFull() throws InterruptedException {
        ExitLog log = log(Path.of("/dev/full"), 1 << 30);
        add(log);
        add(log);
        assertThat(log.lost()).isEqualTo(2);
        assertThat(warnings()).isEqualTo(1);
    }
}
