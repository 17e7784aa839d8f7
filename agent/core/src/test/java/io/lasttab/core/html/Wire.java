package io.lasttab.core.html;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a document travels: what is announced, what it really is, and the mark before it. */
enum Wire {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 1, ""),
    UTF_8_WITH_MARK("UTF-8", StandardCharsets.UTF_8, 1, "\ufeff"),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, 2, ""),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, 2, ""),
    UTF_16BE_WITH_MARK("UTF-16", StandardCharsets.UTF_16BE, 2, "\ufeff"),
    UTF_16LE_WITH_MARK("UTF-16", StandardCharsets.UTF_16LE, 2, "\ufeff"),
    UTF_16LE_ANNOUNCED_AS_LATIN_1("ISO-8859-1", StandardCharsets.UTF_16LE, 2, "\ufeff"),
    UTF_16BE_NOT_ANNOUNCED(null, StandardCharsets.UTF_16BE, 2, "\ufeff"),
    SHIFT_JIS("Shift_JIS", Charset.forName("Shift_JIS"), 1, ""),
    GB18030("GB18030", Charset.forName("GB18030"), 1, "");

    final String announced;
    final Charset charset;
    final int width;
    private final String mark;

    Wire(String announced, Charset charset, int width, String mark) {
        this.announced = announced;
        this.charset = charset;
        this.width = width;
        this.mark = mark;
    }

    boolean canCarry(String text) {
        return charset.newEncoder().canEncode(text);
    }

    ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(bytes(text));
    }

    byte[] bytes(String text) {
        return (mark + text).getBytes(charset);
    }
}
