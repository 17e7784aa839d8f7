package io.lasttab.core.session;

import java.util.Locale;

/**
 * One word of a page, as the page script says it: {@code <kind> <page> <sequence>[ cached]}, for example {@code bye
 * 9f86d081884c7d659a2feaa0c55ad015 3 cached}. Immutable.
 */
public final class PageMessage {

    /** What a page says. */
    public enum Kind {
        /** The page was opened, or is shown again. */
        HELLO,
        /** The page is still here. */
        ALIVE,
        /** The page is leaving. */
        BYE,
        /** The document arrived inside a frame whose top page speaks for it. */
        FRAMED;

        private static final Kind[] ALL = values();

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** The highest sequence number that a page can use; a page that speaks every second needs 48 days to get there. */
    public static final int MAX_SEQUENCE = Pages.MAX_SEQUENCE;

    /** No message is longer than this many bytes. */
    public static final int MAX_BYTES = 128;

    private static final int ID_DIGITS = 32;

    private final Kind kind;
    private final long idHigh;
    private final long idLow;
    private final int sequence;
    private final boolean cached;

    PageMessage(Kind kind, long idHigh, long idLow, int sequence, boolean cached) {
        this.kind = kind;
        this.idHigh = idHigh;
        this.idLow = idLow;
        this.sequence = sequence;
        this.cached = cached;
    }

    /**
     * Reads a message.
     *
     * @param text the body of a beacon
     * @return null if it is not a message
     */
    public static PageMessage parse(CharSequence text) {
        int length = text.length();
        if (length > MAX_BYTES) {
            return null;
        }
        Kind kind = kindOf(text);
        if (kind == null) {
            return null;
        }
        int at = kind.word.length() + 1;
        if (length < at + ID_DIGITS + 2 || text.charAt(at + ID_DIGITS) != ' ') {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < ID_DIGITS; i++) {
            int digit = hexDigit(text.charAt(at + i));
            if (digit < 0) {
                return null;
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        at += ID_DIGITS + 1;
        int sequence = 0;
        int digits = 0;
        for (; at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++, digits++) {
            sequence = sequence * 10 + (text.charAt(at) - '0');
            if (sequence > MAX_SEQUENCE) {
                return null;
            }
        }
        if (digits == 0) {
            return null;
        }
        boolean cached = kind == Kind.BYE && " cached".contentEquals(text.subSequence(at, length));
        return cached || at == length ? new PageMessage(kind, high, low, sequence, cached) : null;
    }

    private static Kind kindOf(CharSequence text) {
        for (Kind kind : Kind.ALL) {
            int end = kind.word.length();
            if (text.length() > end && text.charAt(end) == ' ' && kind.word.contentEquals(text.subSequence(0, end))) {
                return kind;
            }
        }
        return null;
    }

    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** What the page says. */
    public Kind kind() {
        return kind;
    }

    long idHigh() {
        return idHigh;
    }

    long idLow() {
        return idLow;
    }

    int sequence() {
        return sequence;
    }

    /** Whether the browser keeps the leaving document in its back-forward cache. */
    boolean cached() {
        return cached;
    }
}
