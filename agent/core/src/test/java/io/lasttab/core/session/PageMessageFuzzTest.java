package io.lasttab.core.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is read as a word of a page says all that the text said; everything else is refused, and nothing is thrown. */
class PageMessageFuzzTest {

    @FuzzTest
    void readsAllOrRefuses(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        PageMessage message = PageMessage.parse(text);
        if (message == null) {
            return;
        }
        if (text.length() > PageMessage.MAX_BYTES) {
            throw new AssertionError("too long: " + text.length());
        }
        // Of a number that begins with zeros only the zeros are not told.
        String written = written(message);
        if (!written.equals(text.replaceAll("(?<= [0-9a-f]{32}) 0+(?=[0-9])", " "))) {
            throw new AssertionError(text + " was read as " + written);
        }
    }

    private static String written(PageMessage message) {
        String kind = message.kind().name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(kind).append(page(message));
        if (message.after() != null) {
            text.append(" after").append(page(message.after()));
        }
        text.append(message.cached() ? " cached" : "");
        return text.append(message.away() == null ? "" : " away " + message.away())
                .toString();
    }

    private static String page(PageMessage message) {
        return String.format(Locale.ROOT, " %016x%016x %d", message.idHigh(), message.idLow(), message.sequence());
    }
}
