package io.lasttab.core.session;

import java.util.Arrays;
import java.util.Locale;

/**
 * One word of a page, as the page script says it: {@code <kind> <page> <sequence>}, and behind it
 *
 * <ul>
 *   <li>with hello, {@code after <page> <sequence>}: the page that the same tab showed before, and its last word
 *   <li>with bye, {@code cached}: the browser keeps the document in its back-forward cache
 *   <li>with bye, at the end, {@code away <host>}: the page itself was sending its user to that other host
 * </ul>
 *
 * <p>For example {@code bye 9f86d081884c7d659a2feaa0c55ad015 3 cached away pay.example}. Immutable.
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

        private final String start = name().toLowerCase(Locale.ROOT) + ' ';
    }

    /** The highest sequence number that a page can use; a page that speaks every second needs 48 days to get there. */
    public static final int MAX_SEQUENCE = Pages.MAX_SEQUENCE;

    /** No message is longer than this many bytes; the longest ends with the name of a host and its port. */
    public static final int MAX_BYTES = 320;

    private static final int FIRST_WORD = 1;
    private static final int ID_DIGITS = 32;

    /** A table, as the digits of an id are random: no processor guesses which way a comparison goes, 32 times a word. */
    private static final byte[] HEX_DIGITS = hexDigits();

    private static final String AFTER = " after ";
    private static final String CACHED = " cached";
    private static final String AWAY = " away ";

    private final Kind kind;
    private final long idHigh;
    private final long idLow;
    private final int sequence;
    private final boolean cached;
    private final String away;
    private final PageMessage after;
    private final int address;

    PageMessage(Kind kind, long idHigh, long idLow, int sequence, boolean cached, String away, PageMessage after) {
        this(kind, idHigh, idLow, sequence, cached, away, after, 0);
    }

    private PageMessage(
            Kind kind,
            long idHigh,
            long idLow,
            int sequence,
            boolean cached,
            String away,
            PageMessage after,
            int address) {
        this.kind = kind;
        this.idHigh = idHigh;
        this.idLow = idLow;
        this.sequence = sequence;
        this.cached = cached;
        this.away = away;
        this.after = after;
        this.address = address;
    }

    /**
     * The same word of a page that is shown under an address.
     *
     * @param hash of the address; 0 if it is not known, or not to be relied on
     */
    public PageMessage from(int hash) {
        return new PageMessage(kind, idHigh, idLow, sequence, cached, away, after, hash);
    }

    /**
     * Reads a message.
     *
     * @param text the body of a beacon
     * @return null if it is not a message
     */
    public static PageMessage parse(CharSequence text) {
        if (text.length() > MAX_BYTES) {
            return null;
        }
        String message = text.toString();
        Kind kind = kindOf(message);
        if (kind == null) {
            return null;
        }
        int at = kind.start.length();
        int end = endOfPage(message, at);
        if (end < 0) {
            return null;
        }
        PageMessage after = null;
        String away = null;
        boolean cached = false;
        int rest = end;
        if (kind == Kind.HELLO && message.startsWith(AFTER, rest)) {
            int before = rest + AFTER.length();
            rest = endOfPage(message, before);
            after = rest < 0 ? null : ofPage(Kind.BYE, message, before, rest, false, null, null);
            if (after == null) {
                return null;
            }
        } else if (kind == Kind.BYE) {
            cached = message.startsWith(CACHED, rest);
            rest += cached ? CACHED.length() : 0;
            if (message.startsWith(AWAY, rest) && isHost(message, rest + AWAY.length())) {
                away = message.substring(rest + AWAY.length());
                rest = message.length();
            }
        }
        return rest == message.length() ? ofPage(kind, message, at, end, cached, away, after) : null;
    }

    /** Where a page's id and a sequence number end that begin there, whatever the id's digits are; -1 if there are none. */
    private static int endOfPage(String message, int at) {
        int end = at + ID_DIGITS;
        if (message.length() < end + 2 || message.charAt(end) != ' ') {
            return -1;
        }
        int first = end + 1;
        int next = first;
        long sequence = 0;
        while (next < message.length() && message.charAt(next) >= '0' && message.charAt(next) <= '9') {
            sequence = sequence * 10 + (message.charAt(next++) - '0');
            if (sequence > MAX_SEQUENCE) {
                return -1;
            }
        }
        return next == first ? -1 : next;
    }

    /** The message of a page whose id and sequence number stand there; null if the id has a character that is no digit. */
    private static PageMessage ofPage(
            Kind kind, String message, int at, int end, boolean cached, String away, PageMessage after) {
        long high = 0;
        long low = 0;
        int all = 0; // below 0 once one of them was, so that only the end is asked
        for (int i = at; i < at + ID_DIGITS / 2; i++) {
            int ofHigh = hexDigit(message.charAt(i));
            int ofLow = hexDigit(message.charAt(i + ID_DIGITS / 2));
            high = high << 4 | ofHigh;
            low = low << 4 | ofLow;
            all |= ofHigh | ofLow;
        }
        if (all < 0) {
            return null;
        }
        int sequence = 0;
        for (int i = at + ID_DIGITS + 1; i < end; i++) {
            sequence = sequence * 10 + (message.charAt(i) - '0');
        }
        return new PageMessage(kind, high, low, sequence, cached, away, after);
    }

    /** Whether a host can stand there, up to the end: whatever it names, it is only compared. */
    private static boolean isHost(String message, int at) {
        for (int i = at; i < message.length(); i++) {
            if (message.charAt(i) <= ' ' || message.charAt(i) > '~') {
                return false;
            }
        }
        return at < message.length();
    }

    private static Kind kindOf(String message) {
        for (Kind kind : Kind.ALL) {
            if (message.startsWith(kind.start)) {
                return kind;
            }
        }
        return null;
    }

    private static int hexDigit(char c) {
        return c < HEX_DIGITS.length ? HEX_DIGITS[c] : -1;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte['f' + 1];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 16; i++) {
            digits["0123456789abcdef".charAt(i)] = (byte) i;
        }
        return digits;
    }

    /** What the page says. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is the first word of a page that was loaded: with a later one it came back, or was not heard before. */
    public boolean tellsOfADocument() {
        return sequence == FIRST_WORD && (kind == Kind.HELLO || kind == Kind.FRAMED);
    }

    /** A hash of the address that the page's document was asked for; 0 if it is not known. */
    int address() {
        return address;
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

    /** With bye, the host and port to which the page itself was sending its user; null if to none that it knows. */
    String away() {
        return away;
    }

    /** With hello, the last word of the page that the same tab showed before, as a bye; null if none is known. */
    PageMessage after() {
        return after;
    }
}
