package io.lasttab.core.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with the tag's place marked: {@code {here}} right after a head, or {@code {before}} what follows and then
 * {@code {late}} for where it goes if the chunk ends too early to go before it. Without a mark there is no such place.
 */
record Document(String name, String type, String marked, Skip skip) {

    private static final Pattern MARK = Pattern.compile("\\{(here|before|late)}");
    private static final Pattern UNDECIDED = Pattern.compile("</|<!|<h(e(ad?)?|t(ml?)?)?|<", Pattern.CASE_INSENSITIVE);

    static Document html(String name, String marked) {
        return new Document(name, "text/html", marked, null);
    }

    static Document xhtml(String name, String marked) {
        return new Document(name, "application/xhtml+xml", marked, null);
    }

    static Document none(String name, Skip skip, String text) {
        return new Document(name, "text/html", text, skip);
    }

    Document inXml() {
        return new Document(name, "application/xhtml+xml", marked, skip);
    }

    boolean hasPlace() {
        return marked.contains("{here}") || marked.contains("{before}");
    }

    String text() {
        return MARK.matcher(marked).replaceAll("");
    }

    String withTag(String tag) {
        return MARK.matcher(marked.replace("{here}", tag).replace("{before}", tag))
                .replaceAll("");
    }

    String withLateTag(String tag) {
        return MARK.matcher(marked.replace("{late}", tag)).replaceAll("");
    }

    /** Whether chunks that end at this byte have handed on the beginning of what the tag should go before. */
    boolean isPlaceMissedBy(int cut, Wire wire) {
        int mark = marked.indexOf("{before}");
        if (mark < 0) {
            return false;
        }
        int start = wire.bytes(marked.substring(0, mark)).length;
        int undecided = undecided(marked.substring(mark + "{before}".length()));
        return cut > start && cut < start + (undecided + 1) * wire.width;
    }

    /** How many units may still become html, head or a comment. */
    private static int undecided(String after) {
        Matcher matcher = UNDECIDED.matcher(after);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
