package io.lasttab.core.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How markup looks in a body's bytes. That is all of a charset that matters here, as the tag itself is ASCII. */
enum Encoding {
    /** A byte is a unit, and the bytes of markup are those of ASCII: UTF-8, Latin-1, Shift_JIS, GB18030... */
    ASCII_LIKE,
    /** Two bytes are a unit, high byte first. */
    UTF_16BE,
    /** Two bytes are a unit, low byte first. */
    UTF_16LE,
    /** Anything else: left alone. */
    UNFIT;

    /** Far more names than one server uses; past that, names are classified each time. */
    private static final int REMEMBERED = 64;

    private static final ConcurrentMap<String, Encoding> BY_NAME = new ConcurrentHashMap<>();

    /** What a body in this charset looks like; a body whose charset nobody has told (null) is read like ASCII. */
    static Encoding of(String charset) {
        if (charset == null) {
            return ASCII_LIKE;
        }
        Encoding known = BY_NAME.get(charset);
        if (known != null) {
            return known;
        }
        Encoding found = classify(charset);
        if (BY_NAME.size() < REMEMBERED) {
            BY_NAME.put(charset, found);
        }
        return found;
    }

    private static Encoding classify(String name) {
        Charset charset;
        try {
            charset = Charset.forName(name.trim());
        } catch (IllegalArgumentException illegalOrUnknown) {
            return UNFIT;
        }
        switch (charset.name()) {
            case "UTF-16BE":
                return UTF_16BE;
            case "UTF-16": // without a byte order mark: what browsers take it for, though Java would not
            case "UTF-16LE":
            case "x-UTF-16LE-BOM":
                return UTF_16LE;
            default:
                return AsciiProbe.passes(charset) ? ASCII_LIKE : UNFIT;
        }
    }

    /** The bytes of a text in ASCII, without a byte order mark. */
    byte[] encode(String ascii) {
        switch (this) {
            case ASCII_LIKE:
                return ascii.getBytes(StandardCharsets.US_ASCII);
            case UTF_16BE:
                return ascii.getBytes(StandardCharsets.UTF_16BE);
            case UTF_16LE:
                return ascii.getBytes(StandardCharsets.UTF_16LE);
            default:
                throw new IllegalStateException("No tag in this charset");
        }
    }
}
