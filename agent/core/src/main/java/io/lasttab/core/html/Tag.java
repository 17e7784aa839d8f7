package io.lasttab.core.html;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is put into a document: {@code <script src="/shop/__lasttab/0f3a9c.js" async=""></script>}. Constant for an
 * application, so that shared caches stay correct; well-formed XML too. Immutable, safe for concurrent use.
 */
public final class Tag {

    private final String source;
    private final byte[] ascii;
    private final byte[] utf16be;
    private final byte[] utf16le;
    private final Mark mark;
    private final Beginnings beginnings = new Beginnings();

    /**
     * Makes the tag of an application.
     *
     * @param scriptPath the script's absolute path on the server, such as {@code /shop/__lasttab/0f3a9c.js}. What a URL's
     *     path or an attribute cannot hold as it is gets encoded; what is percent-encoded already stays so
     * @throws IllegalArgumentException if the path does not begin with exactly one slash: a browser would take it for
     *     relative to the page, or to lead to another server
     */
    public Tag(String scriptPath) {
        if (!scriptPath.startsWith("/") || scriptPath.startsWith("//")) {
            throw new IllegalArgumentException("Not an absolute path on the server: " + scriptPath);
        }
        source = urlPath(scriptPath).replace("&", "&amp;");
        String text = text(null);
        ascii = Encoding.ASCII_LIKE.encode(text);
        utf16be = Encoding.UTF_16BE.encode(text);
        utf16le = Encoding.UTF_16LE.encode(text);
        mark = new Mark(scriptPath);
    }

    /** The mark of documents that have this tag. */
    public Mark mark() {
        return mark;
    }

    /** The beginnings of documents that have got this tag. */
    Beginnings beginnings() {
        return beginnings;
    }

    /**
     * The tag's bytes; the caller must not change them.
     *
     * @param nonce the nonce that lets the script run under the response's policy, of the grammar that {@link
     *     ContentSecurityPolicy} ensures; null if there is none
     */
    byte[] bytes(Encoding encoding, String nonce) {
        if (nonce != null) {
            return encoding.encode(text(nonce));
        }
        switch (encoding) {
            case UTF_16BE:
                return utf16be;
            case UTF_16LE:
                return utf16le;
            default:
                return ascii;
        }
    }

    private String text(String nonce) {
        String permit = nonce == null ? "" : " nonce=\"" + nonce + '"';
        return "<script src=\"" + source + '"' + permit + " async=\"\"></script>";
    }

    private static String urlPath(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder url = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (isPathCharacter(c) || (c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2))) {
                url.append(c);
            } else {
                url.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return url.toString();
    }

    /** RFC 3986's pchar and the slash, without the apostrophe, which has no business in markup. */
    private static boolean isPathCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "/-._~!$&()*+,;=:@".indexOf(c) >= 0;
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }
}
