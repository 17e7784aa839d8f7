package io.lasttab.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log three times as large as the memory, and thirty times as large with {@code -Pnightly}. */
class LargeLogTest {

    private static final long BYTES = Long.getLong("lasttab.log.bytes", 100_000_000);

    @TempDir
    Path folder;

    @Test
    void fitsIntoLittleMemory() throws IOException, InterruptedException {
        Path log = folder.resolve("exits.jsonl");
        Path page = folder.resolve("report.html");
        long lines = LargeLog.write(log, BYTES, 1_800 * 100_000_000L / BYTES);
        assertThat(Files.size(log)).isGreaterThan(BYTES - 1000);

        Path output = folder.resolve("output.txt");
        Process report = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Report.class.getName(),
                        log.toString(),
                        "-o",
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(report.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            report.destroyForcibly();
        }
        assertThat(Files.readString(output, UTF_8))
                .isEqualTo(page + ": " + lines + " sessions ended, " + lines + " lines read\n");
        assertThat(report.exitValue()).isZero();
        assertThat(Files.size(page)).isBetween(50_000L, 500_000L);
    }
}
