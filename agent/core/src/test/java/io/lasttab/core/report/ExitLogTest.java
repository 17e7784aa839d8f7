package io.lasttab.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.FalseExpiryInfo;
import io.lasttab.core.settings.ExitLogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitLogTest {

    private static final ExitInfo EXIT = new ExitInfo(0, "?", "LOGOUT", 1, 5, true, 5, null, -1);

    private static final Duration EVENTUALLY = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final Reporter reporter = new Reporter("lasttab-reporter", "lines of the exit log");
    private Path file;
    private ExitLog log;

    @BeforeEach
    void make() {
        file = folder.resolve("later").resolve("exits.jsonl");
        log = new ExitLog(new ExitLogSettings(false, file.toFile(), 1 << 30, 1), reporter, nanos::get);
    }

    private void add() throws InterruptedException {
        log.add("localhost", "/shop", EXIT);
        settle();
    }

    private void settle() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        reporter.report(told::countDown);
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void writesALineForEachExit() throws IOException, InterruptedException {
        Files.createDirectory(file.getParent());
        reporter.start();
        add();
        add();
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("\"cause\":\"LOGOUT\""));
        assertThat(log.lost()).isZero();
    }

    @Test
    void writesALineForEachFalseExpiryAndCountsThoseThatAreDropped() throws IOException, InterruptedException {
        FalseExpiryInfo falseExpiry = new FalseExpiryInfo(0, "?", true, 5);
        Files.createDirectory(file.getParent());
        for (int i = 0; i < Reporter.MOST_WAITING + 1; i++) {
            log.add("localhost", "/shop", falseExpiry);
        }
        assertThat(log.lost()).isEqualTo(1);
        reporter.start();
        await().atMost(EVENTUALLY)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() == Reporter.MOST_WAITING);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.contains("\"event\":\"FALSE_EXPIRY\""));
    }

    @Test
    void writesWhatWaitsAndEndsItsThreadWhenTheAgentLeaves() throws IOException {
        Files.createDirectory(file.getParent());
        reporter.start();
        log.add("localhost", "/shop", EXIT);
        reporter.stop();
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(openFiles()).doesNotContain(file.toRealPath());
        CountDownLatch later = new CountDownLatch(1);
        reporter.report(later::countDown);
        assertThat(later.getCount()).as("nobody is there to tell it").isEqualTo(1);
    }

    @Test
    void closesItsFileWhenTheAgentLeavesInAHurry() throws IOException, InterruptedException {
        Files.createDirectory(file.getParent());
        Reporter hurried = new Reporter("lasttab-reporter", "lines of the exit log", null, 1);
        log = new ExitLog(new ExitLogSettings(false, file.toFile(), 1 << 30, 1), hurried, nanos::get);
        hurried.start();
        CountDownLatch hanging = new CountDownLatch(1);
        log.add("localhost", "/shop", EXIT);
        hurried.report(() -> {
            hanging.countDown();
            hang();
        });
        hanging.await();
        assertThat(openFiles()).contains(file.toRealPath());
        for (int i = 0; i < Reporter.MOST_WAITING; i++) {
            log.add("localhost", "/shop", EXIT);
        }

        hurried.stop();
        await().atMost(EVENTUALLY).untilAsserted(() -> assertThat(openFiles()).doesNotContain(file.toRealPath()));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The files that this JVM has open, where the system tells. */
    private static List<Path> openFiles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(own), "no " + own + ", which tells the open files");
        List<Path> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(own)) {
            for (Path link : all.toList()) {
                try {
                    open.add(Files.readSymbolicLink(link));
                } catch (NoSuchFileException closedMeanwhile) {
                    // Such as the one of this very look.
                }
            }
        }
        return open;
    }

    @Test
    void losesAndCountsLinesWhileTheFileCannotBeWrittenAndGoesOnAfterwards() throws IOException, InterruptedException {
        reporter.start();
        log.start();
        settle();
        assertThat(log.lost()).isZero();
        add();
        add();
        assertThat(log.lost()).isEqualTo(2);

        Files.createDirectory(file.getParent());
        add();
        assertThat(file).doesNotExist(); // it is not tried for each line

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        add();
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(log.lost()).isEqualTo(3);
    }

    @Test
    void createsTheFileAtTheStart() throws IOException, InterruptedException {
        Files.createDirectory(file.getParent());
        reporter.start();
        log.start();
        settle();
        assertThat(file).isEmptyFile();
    }

    @Test
    void dropsAndCountsWhatComesOnTopOfTooMuch() throws IOException {
        Files.createDirectory(file.getParent());
        for (int i = 0; i < Reporter.MOST_WAITING + 7; i++) {
            log.add("localhost", "/shop", EXIT);
        }
        assertThat(log.lost()).isEqualTo(7);
        assertThat(reporter.dropped()).isEqualTo(7);

        reporter.start();
        await().atMost(EVENTUALLY)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() == Reporter.MOST_WAITING);
    }

    @Test
    void goesOnAfterAFaultOfSomethingElseThatIsTold() throws IOException, InterruptedException {
        Files.createDirectory(file.getParent());
        reporter.start();
        reporter.report(() -> {
            throw new AssertionError("told by a test");
        });
        add();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }
}
