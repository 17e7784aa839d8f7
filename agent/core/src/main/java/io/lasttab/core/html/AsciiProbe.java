package io.lasttab.core.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out by trying whether markup can be told from a charset's bytes without decoding them. Names would not do:
 * there are too many of them, and class path charsets besides.
 *
 * <pre>
 * every ASCII byte is that character      not so in EBCDIC, UTF-32, SCSU, BOCU-1
 * no ASCII bytes switch to another set    not so in ISO-2022-*, HZ, UTF-7
 * no markup byte is another byte's tail   not so in Johab; so in Shift_JIS, GBK, Big5, whose tails start at 0x40,
 *                                         and in GB18030, which adds 0x30 to 0x39
 * </pre>
 */
final class AsciiProbe {

    /** What the tokenizer acts upon, but for letters, which mean something after these only. */
    private static final String MARKUP = "<>\"'=/!?- \t\r\n";

    /** Ends in plain ASCII, so that a decoder that is still waiting for a tail shows. */
    private static final String SWITCHES = "+ADw- &ADw- ~{<!~} \u001b$B<!\u001b(B \u000e<!\u000f |";

    /** Java may swallow the byte after a lead that it does not fit; browsers do not, and applications do not send it. */
    private static final char MALFORMED = '\ufffd';

    private AsciiProbe() {}

    static boolean passes(Charset charset) {
        return meansItself(charset, SWITCHES) && asciiMeansItself(charset) && markupIsNoTail(charset);
    }

    private static boolean asciiMeansItself(Charset charset) {
        for (char c = 0; c < 0x80; c++) {
            boolean may = c == '\\' || c == '~'; // the yen sign and the overline of Japanese charsets
            if (!may && !meansItself(charset, String.valueOf(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean meansItself(Charset charset, String ascii) {
        return decode(charset, ascii.getBytes(StandardCharsets.US_ASCII)).equals(ascii);
    }

    private static boolean markupIsNoTail(Charset charset) {
        for (int lead = 0x80; lead <= 0xff; lead++) {
            for (int i = 0; i < MARKUP.length(); i++) {
                char tail = MARKUP.charAt(i);
                byte[] pair = {(byte) lead, (byte) tail};
                String decoded = decode(charset, pair);
                if (decoded.indexOf(tail) < 0 && decoded.indexOf(MALFORMED) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String decode(Charset charset, byte[] bytes) {
        return new String(bytes, charset);
    }
}
