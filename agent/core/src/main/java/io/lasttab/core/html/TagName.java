package io.lasttab.core.html;

/**
 * Names of up to seven ASCII letters, packed into a long: enough for all that the tokenizer knows, and collecting one
 * allocates nothing.
 */
final class TagName {
    static final long NONE = 0;
    static final long BODY = pack("body");
    static final long DOCTYPE = pack("doctype");
    static final long HEAD = pack("head");
    static final long HTML = pack("html");
    static final long LINK = pack("link");
    static final long META = pack("meta");
    static final long STYLE = pack("style");
    static final long TITLE = pack("title");

    /** Longer than any of ours, or with other than ASCII characters; stays so. */
    static final long STRANGE = -1;

    private TagName() {}

    static long append(long name, int unit) {
        return name >>> 48 != 0 || unit == 0 || unit >= 0x80 ? STRANGE : name << 8 | unit;
    }

    /** Whether it is "html" or "head", or how they begin. */
    static boolean mayBecomeHtmlOrHead(long name) {
        for (int missing = 24; missing >= 0; missing -= 8) {
            if (name == HTML >>> missing || name == HEAD >>> missing) {
                return true;
            }
        }
        return false;
    }

    private static long pack(String name) {
        long packed = NONE;
        for (int i = 0; i < name.length(); i++) {
            packed = append(packed, name.charAt(i));
        }
        return packed;
    }
}
