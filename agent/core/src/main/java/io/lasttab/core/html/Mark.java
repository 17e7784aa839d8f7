package io.lasttab.core.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The mark on the validators of documents that have the tag, by which a copy with the tag is told from one without it, such
 * as one that was cached before the agent came. It is a hash of the page script's address, so that it changes when the tag
 * does, and an address that moves to another application takes no copies with the old one's tag along.
 *
 * <pre>
 * ETag: "abc"                       the application's
 * ETag: "abc-lt0f3a9c"              as it goes out with the tag
 * If-None-Match: "abc-lt0f3a9c"     as it comes back: the copy has the tag
 * If-None-Match: "abc"              as the application gets it, so that its own comparison works
 * </pre>
 *
 * <p>A document that has a date but no ETag gets a weak one that is made of the date; it is taken away again where it comes
 * back with that date, which then decides alone, as without the agent.
 *
 * <p>A validator without the mark is left alone: the application decides, and if it answers 304, the page counts as one
 * that cannot speak. Immutable.
 */
public final class Mark {

    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IF_RANGE = "If-Range";
    private static final String IF_MATCH = "If-Match";

    private static final String OF_DATE = "W/\"lt-";
    private static final int LONGEST_DATE = 40;

    private final String text;

    /**
     * Makes the mark of the documents that name the page script by that address.
     *
     * @param script the script's path on the server, the context path included
     */
    Mark(String script) {
        text = "-lt" + hash(script);
    }

    /** FNV-1a: nobody gains anything by two addresses with the same hash. */
    private static String hash(String script) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < script.length(); i++) {
            hash = (hash ^ script.charAt(i)) * 0x100000001b3L;
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }

    /**
     * Takes the mark off a request, so that the application sees what it would see without the agent. Costs a look for three
     * headers, if none of them is there.
     *
     * @return the {@code If-None-Match} as it came, if it bore the mark and is without it now: if the answer is 304, {@link
     *     #putBack} tells whether the copy that the browser shows has the tag; else null
     */
    public String takeOff(RequestHead request) {
        String range = request.header(IF_RANGE);
        if (range != null && range.contains(text)) {
            askForTheWhole(request);
        }
        String match = request.header(IF_MATCH);
        if (match != null && takeOff(IF_MATCH, match, request) && isReading(request)) {
            askForTheWhole(request);
        }
        String copy = request.header(IF_NONE_MATCH);
        return copy != null && takeOff(IF_NONE_MATCH, copy, request) && isReading(request) ? copy : null;
    }

    private static boolean isReading(RequestHead request) {
        String method = request.method();
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The rest of a document with the tag may be asked for, of which the application has no parts. */
    private static void askForTheWhole(RequestHead request) {
        for (String name : new String[] {IF_RANGE, "Range"}) {
            if (request.header(name) != null) {
                request.replace(name, null);
            }
        }
    }

    private boolean takeOff(String name, String value, RequestHead request) {
        List<String> tags = value.contains(text) ? entityTags(value) : null;
        if (tags == null) {
            return false;
        }
        List<String> without = new ArrayList<>(tags.size());
        boolean any = false;
        for (String tag : tags) {
            String bare = isOfTheDate(tag, name, request) ? null : bare(tag);
            any |= !tag.equals(bare);
            if (bare != null) {
                without.add(bare);
            }
        }
        if (any) {
            request.replace(name, without.isEmpty() ? null : String.join(", ", without));
        }
        return any;
    }

    /** Whether it was made of the date that comes with it, which then decides alone. */
    private boolean isOfTheDate(String tag, String name, RequestHead request) {
        if (!tag.startsWith(OF_DATE) || !name.equals(IF_NONE_MATCH)) {
            return false;
        }
        String date = request.header("If-Modified-Since");
        return date != null && tag.startsWith(OF_DATE + lettersAndDigits(date) + text);
    }

    /** The application's tag; the same one if it is not marked, or was made of a date. */
    private String bare(String tag) {
        // Behind the mark there may be what others have added on the way, such as Jetty's --gzip.
        int at = tag.startsWith(OF_DATE) ? -1 : tag.lastIndexOf(text);
        return at < 0 ? tag : tag.substring(0, at) + tag.substring(at + text.length());
    }

    /** Marks the validators of a response that has got the tag, while its headers can still be changed. */
    void putOn(ResponseHead response) {
        String etag = response.header("ETag");
        String marked = etag == null ? ofDate(response.header("Last-Modified")) : of(etag);
        if (marked != null) {
            response.setHeader("ETag", marked);
        }
        // Parts would be the application's, without the tag. An error page tells of what was asked for, which may be no
        // page.
        if (response.header("Accept-Ranges") != null && response.status() < 300) {
            response.setHeader("Accept-Ranges", "none");
        }
    }

    /**
     * Marks the answer that a copy is still good, if it means one with the tag.
     *
     * @param copies the {@code If-None-Match} that the mark was taken off: one copy as a rule, several of a cache on the way
     * @return whether the copy has the tag
     */
    boolean putBack(String copies, ResponseHead notModified) {
        List<String> tags = entityTags(copies);
        String etag = notModified.header("ETag");
        if (tags.size() > 1 && !meansMarkedOne(tags, etag)) {
            return false;
        }
        String marked = etag != null ? of(etag) : tags.size() == 1 ? copies : null;
        if (marked != null) {
            notModified.setHeader("ETag", marked);
        }
        return true;
    }

    private boolean meansMarkedOne(List<String> tags, String etag) {
        boolean all = true;
        for (String tag : tags) {
            boolean marked = tag.contains(text);
            all &= marked;
            if (marked && etag != null && opaque(bare(tag)).equals(opaque(etag))) {
                return true;
            }
        }
        return all && etag == null;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** The entity tags in a list of them (RFC 9110, 8.8.3), weak or strong; null if it is anything else. */
    private static List<String> entityTags(String list) {
        List<String> tags = new ArrayList<>(1);
        int at = 0;
        while (true) {
            int start = skipSpace(list, at);
            int open = list.startsWith("W/", start) ? start + 2 : start;
            int close = list.startsWith("\"", open) ? list.indexOf('"', open + 1) : -1;
            if (close < 0) {
                return null;
            }
            tags.add(list.substring(start, close + 1));
            at = skipSpace(list, close + 1);
            if (at == list.length()) {
                return tags;
            }
            if (list.charAt(at++) != ',') {
                return null;
            }
        }
    }

    private static int skipSpace(String list, int at) {
        while (at < list.length() && (list.charAt(at) == ' ' || list.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private String of(String etag) {
        return isOne(etag) && !etag.contains(text) ? etag.substring(0, etag.length() - 1) + text + '"' : null;
    }

    private String ofDate(String date) {
        return date == null || date.length() > LONGEST_DATE ? null : OF_DATE + lettersAndDigits(date) + text + '"';
    }

    /** Whether a value is one entity tag (RFC 9110, 8.8.3), weak or strong, and nothing else. */
    private static boolean isOne(String value) {
        int start = value.startsWith("W/\"") ? 3 : 1;
        return value.length() > start
                && value.charAt(start - 1) == '"'
                && value.indexOf('"', start) == value.length() - 1;
    }

    private static String lettersAndDigits(String date) {
        StringBuilder rest = new StringBuilder(date.length());
        for (int i = 0; i < Math.min(date.length(), LONGEST_DATE); i++) {
            char c = date.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                rest.append(c);
            }
        }
        return rest.toString();
    }
}
