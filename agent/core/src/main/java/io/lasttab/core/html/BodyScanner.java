package io.lasttab.core.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/**
 * Reads a body's bytes as units for the {@link HeadFinder}, across chunks that may end inside a unit or a byte order mark.
 * A mark beats the charset that was announced, as it does in browsers.
 */
final class BodyScanner {

    static final int NOT_FOUND = -1;

    private static final int MARK_PASSED = -1;
    private static final int NO_HALF = -1;

    private final HeadFinder finder;
    private Encoding encoding;
    private int mark; // bytes of a byte order mark so far; or MARK_PASSED
    private int half = NO_HALF; // first byte of a UTF-16 unit
    private int end; // how far the last chunk was read

    BodyScanner(Encoding announced, boolean xml) {
        finder = new HeadFinder(xml);
        encoding = announced;
    }

    private BodyScanner(BodyScanner original) {
        finder = new HeadFinder(original.finder);
        encoding = original.encoding;
        mark = original.mark;
        half = original.half;
    }

    /** One that goes on from here without a trace in this one. */
    BodyScanner fork() {
        return new BodyScanner(this);
    }

    /**
     * Looks for the place in the next bytes, from the buffer's position to its limit, which stay as they are.
     *
     * @return the place as an index into the buffer, its limit included; {@link #NOT_FOUND} if it is not (yet) found
     */
    int scan(ByteBuffer chunk) {
        int unitStart = -1;
        for (int i = chunk.position(); i < chunk.limit(); i++) {
            int read = chunk.get(i) & 0xff;
            if (mark != MARK_PASSED && isOfMark(read)) {
                continue;
            }
            if (encoding == Encoding.ASCII_LIKE) {
                half = NO_HALF;
                unitStart = i;
            } else if (half == NO_HALF) {
                half = read;
                unitStart = i;
                continue;
            }
            if (!finder.accept(unit(read), unitStart, i + 1)) {
                end = i + 1;
                return finder.isFound() ? finder.place() : NOT_FOUND;
            }
            half = NO_HALF;
        }
        finder.handOn();
        return NOT_FOUND;
    }

    /** Whether the place is found in the next characters, if they come as one chunk. */
    boolean finds(CharBuffer chars) {
        if (half != NO_HALF || mark > 0) {
            return false; // the bytes end inside a character, so these are not what comes next
        }
        for (int i = chars.position(); i < chars.limit(); i++) {
            char unit = chars.get(i);
            boolean isMark = mark != MARK_PASSED && unit == '\ufeff';
            mark = MARK_PASSED;
            if (!isMark && !finder.accept(unit, i, i + 1)) {
                return finder.isFound();
            }
        }
        return false;
    }

    /** How far the last chunk was read until the place was found, as an index into the buffer; only if it is found. */
    int end() {
        return end;
    }

    /** How the tag has to be written; final once the place is found. */
    Encoding encoding() {
        return encoding;
    }

    /** Why there is no place; null while it may still come. */
    Skip skip() {
        return finder.skip();
    }

    private int unit(int read) {
        switch (encoding) {
            case UTF_16BE:
                return half << 8 | read;
            case UTF_16LE:
                return read << 8 | half;
            default:
                return read;
        }
    }

    private boolean isOfMark(int read) {
        mark = mark << 8 | read;
        switch (mark) {
            case 0xef:
            case 0xefbb:
            case 0xfe:
            case 0xff:
                return true;
            case 0xefbbbf:
                encoding = Encoding.ASCII_LIKE;
                break;
            case 0xfeff:
                encoding = Encoding.UTF_16BE;
                break;
            case 0xfffe:
                encoding = Encoding.UTF_16LE;
                break;
            default:
                if (mark > 0xff) { // a mark that breaks off is text in every encoding
                    finder.accept('\ufffd', -1, -1);
                }
                mark = MARK_PASSED;
                return false;
        }
        mark = MARK_PASSED;
        return true;
    }
}
