package io.lasttab.core.report;

import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.FalseExpiryInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The end of a session, or a false expiry, as one line of JSON. The format is documented in {@code docs/exit-log.md} and
 * stable: fields may be added at the end, none changes its name, its unit or its meaning.
 */
final class ExitLine {

    private static final String FALSE_EXPIRY = "FALSE_EXPIRY";
    private static final String WOULD_HAVE_BEEN_FALSE = "WOULD_HAVE_BEEN_FALSE";

    /** Always with milliseconds, unlike {@link Instant#toString}: all lines have times of the same length. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder line = new StringBuilder(320);

    private ExitLine() {}

    /** The line, without an end of line; in ASCII, whatever it tells of, so that no charset on its way can harm it. */
    static String of(String host, String context, ExitInfo exit) {
        return new ExitLine()
                .time("time", exit.getTimeMillis())
                .text("host", host)
                .text("context", context)
                .text("maskedId", exit.getMaskedId())
                .text("cause", exit.getCause())
                .plain("ended", exit.isEnded())
                .plain("lifetimeMillis", exit.getLifetimeMillis())
                .plain("pages", exit.getPages())
                .plain("idleMillis", exit.getIdleMillis())
                .text("departure", exit.getDeparture())
                .time("wouldHaveEndedAt", exit.getWouldHaveEndedAtMillis())
                .line
                .append('}')
                .toString();
    }

    /** As above. It has an event, which the end of a session has not, and neither cause nor ended: it is to count as no end. */
    static String of(String host, String context, FalseExpiryInfo falseExpiry) {
        return new ExitLine()
                .time("time", falseExpiry.getTimeMillis())
                .text("host", host)
                .text("context", context)
                .text("maskedId", falseExpiry.getMaskedId())
                .text("event", falseExpiry.isEnded() ? FALSE_EXPIRY : WOULD_HAVE_BEEN_FALSE)
                .plain("sinceEndMillis", falseExpiry.getSinceEndMillis())
                .line
                .append('}')
                .toString();
    }

    private StringBuilder name(String name) {
        return line.append(line.length() == 0 ? '{' : ',')
                .append('"')
                .append(name)
                .append("\":");
    }

    private ExitLine plain(String name, Object value) {
        name(name).append(value);
        return this;
    }

    /** @param millis since 1970; -1 for none */
    private ExitLine time(String name, long millis) {
        return text(name, millis < 0 ? null : TIME.format(Instant.ofEpochMilli(millis)));
    }

    private ExitLine text(String name, String value) {
        if (value == null) {
            return plain(name, null);
        }
        name(name).append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        line.append('"');
        return this;
    }

    private void append(char c) {
        if (c < ' ' || c > '~') {
            line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            line.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
    }
}
