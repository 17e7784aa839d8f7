package io.lasttab.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** A log as a month of a server with several applications may leave it: more at noon than at night and on Sundays. */
final class LargeLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final long START = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;

    private final Random random = new Random(7);
    private final long stepMillis;
    private long now = START;

    private LargeLog(long stepMillis) {
        this.stepMillis = stepMillis;
    }

    /**
     * Writes lines until there are so many bytes, or until the month is over.
     *
     * @param stepMillis from one end to the next, on average, at the busiest hour
     * @return how many lines
     */
    static long write(Path file, long bytes, long stepMillis) throws IOException {
        LargeLog log = new LargeLog(stepMillis);
        long written = 0;
        long lines = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (written < bytes && log.now < START + 30 * DAY) {
                byte[] line = log.line().getBytes(US_ASCII);
                out.write(line);
                written += line.length;
                lines++;
            }
        }
        return lines;
    }

    private String line() {
        now += (long) (-Math.log(1 - random.nextDouble()) * stepMillis / busy());
        double who = random.nextDouble();
        String cause = who < 0.52
                ? "ORPHANED_CLOSED"
                : who < 0.63
                        ? "ORPHANED_LEFT"
                        : who < 0.66
                                ? "ORPHANED_SENT_AWAY"
                                : who < 0.72
                                        ? "ORPHANED_LOST"
                                        : who < 0.85 ? "LOGOUT" : who < 0.995 ? "TIMEOUT" : "OPERATOR";
        boolean lasttab = cause.startsWith("ORPHANED");
        long used = (long) Math.exp(11.9 + 1.25 * random.nextGaussian());
        long idle = lasttab
                ? 10_000 + (long) Math.exp(10.4 + 1.0 * random.nextGaussian())
                : cause.equals("TIMEOUT") ? 1_800_000 + random.nextInt(10_000) : random.nextInt(60_000);
        String context = new String[] {"/shop", "/shop", "/shop", "/", "/", "/intranet"}[random.nextInt(6)];
        long pages =
                cause.equals("TIMEOUT") && random.nextBoolean() ? 0 : 1 + (long) Math.exp(1.1 + random.nextGaussian());
        return "{\"time\":\"" + TIME.format(Instant.ofEpochMilli(now))
                + "\",\"host\":\"www.example.org\",\"context\":\""
                + context + "\",\"maskedId\":\"\\u20267C1E\",\"cause\":\"" + cause
                + "\",\"ended\":true,\"lifetimeMillis\":" + (used + idle) + ",\"pages\":" + pages + ",\"idleMillis\":"
                + idle + ",\"departure\":" + (lasttab ? '"' + cause.substring(9) + '"' : null)
                + ",\"wouldHaveEndedAt\":"
                + (lasttab
                        ? '"' + TIME.format(Instant.ofEpochMilli(now - idle + Math.max(idle, 1_800_000))) + '"'
                        : null)
                + "}\n";
    }

    /** From nearly 0 at night to 1. */
    private double busy() {
        OffsetDateTime time = Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC);
        double hour = time.getHour() + time.getMinute() / 60.0;
        double day = Math.exp(-Math.pow((hour - 10.2) / 2.6, 2)) + 0.75 * Math.exp(-Math.pow((hour - 18.5) / 2.4, 2));
        double week =
                time.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.35 : time.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.5 : 1;
        return 0.04 + day * week;
    }
}
