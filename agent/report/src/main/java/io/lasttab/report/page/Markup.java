package io.lasttab.report.page;

/** Writes elements so that what comes out is HTML and well-formed XML at once; texts and values are escaped. */
final class Markup {

    private final StringBuilder out = new StringBuilder(64 * 1024);

    /** @param attributes names and values in turns */
    Markup open(String element, Object... attributes) {
        tag(element, attributes);
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element without content, such as {@code meta} or one of SVG's. */
    Markup empty(String element, Object... attributes) {
        tag(element, attributes);
        out.append(" />");
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** @param trusted markup or a style sheet, not escaped */
    Markup raw(String trusted) {
        out.append(trusted);
        return this;
    }

    private void tag(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(String.valueOf(attributes[i + 1]));
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '"') {
                out.append("&quot;");
            } else if (Character.isSurrogate(c)) {
                i += surrogate(text, i);
            } else {
                out.append(isAllowed(c) ? c : '\ufffd');
            }
        }
    }

    /** Writes a pair, or what stands for half of one; how many more characters than one that were. */
    private int surrogate(String text, int at) {
        if (Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            out.append(text, at, at + 2);
            return 1;
        }
        out.append('\ufffd');
        return 0;
    }

    /** Neither XML nor HTML can hold the others, not even escaped. */
    private static boolean isAllowed(char c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c < '\ufffe' && (c < '\u007f' || c > '\u009f'));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
