package io.lasttab.core.report;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.FalseExpiryInfo;
import io.lasttab.core.settings.ExitLogSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each ended session, and for each false expiry, to the server's log, to a file, or both. What cannot be
 * written is counted, and said once until it can be written again. Safe for use by many threads.
 */
public final class ExitLog {

    private static final Logger LINES = LoggerFactory.getLogger("io.lasttab.exits");
    private static final Logger LOG = LoggerFactory.getLogger(ExitLog.class);

    /** A disk that is full is not asked for each session, only so often. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Reporter reporter;
    private final LongSupplier nanoClock;
    private final boolean toLog;
    private final ExitFile file; // null if none is wanted; it and what follows is the reporter's alone
    private final LongAdder lost = new LongAdder();
    private boolean failed;
    private long failedAt;

    /** Makes the only log of a reporter; nothing is opened yet. */
    public ExitLog(ExitLogSettings settings, Reporter reporter) {
        this(settings, reporter, System::nanoTime);
    }

    ExitLog(ExitLogSettings settings, Reporter reporter, LongSupplier nanoClock) {
        this.reporter = reporter;
        this.nanoClock = nanoClock;
        this.toLog = settings.log();
        this.file =
                settings.file() == null ? null : new ExitFile(settings.file(), settings.maxBytes(), settings.keep());
        if (file != null) {
            reporter.lastly(this::closeFile);
        }
    }

    /** Whether lines are wanted at all. */
    public boolean isOn() {
        return toLog || file != null;
    }

    /**
     * Opens the file soon, so that an operator is told of a mistake when the server starts, not when a session ends. It is
     * closed when the reporter ends.
     */
    public void start() {
        if (file != null) {
            reporter.report(() -> write(new byte[0]));
        }
    }

    /** Has the end of a session written; never waits. */
    public void add(String host, String context, ExitInfo exit) {
        add(() -> ExitLine.of(host, context, exit));
    }

    /** Has a false expiry written; never waits. */
    public void add(String host, String context, FalseExpiryInfo falseExpiry) {
        add(() -> ExitLine.of(host, context, falseExpiry));
    }

    private void add(Supplier<String> line) {
        if (isOn() && !reporter.report(() -> write(line.get()))) {
            lost.increment();
        }
    }

    private void write(String line) {
        if (toLog) {
            LINES.info(line);
        }
        if (file != null) {
            write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void write(byte[] line) {
        long now = nanoClock.getAsLong();
        if (failed && now - failedAt < RETRY_NANOS) {
            lost.increment();
            return;
        }
        try {
            file.append(line);
            if (failed) {
                failed = false;
                LOG.info("The exit log {} is written again; {} lines are missing so far", file, lost);
            }
        } catch (IOException | RuntimeException | Error cannot) {
            lost.add(line.length == 0 ? 0 : 1);
            failedAt = now;
            closeFile();
            if (!failed) {
                failed = true;
                LOG.warn(
                        "The exit log {} cannot be written; its lines are lost and counted until it can: {}",
                        file,
                        cannot instanceof IOException ? cannot.getMessage() : cannot.toString());
            }
        }
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException sameTrouble) {
            LOG.debug("The exit log cannot be closed", sameTrouble);
        }
    }

    /** How many lines were not written because the file could not be, or because too many were waiting. */
    public long lost() {
        return lost.sum();
    }
}
