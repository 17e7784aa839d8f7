package io.lasttab.core.html;

/**
 * The mark on the validators of documents that have the tag, by which a copy with the tag is told from one without it, such
 * as one that was cached before the agent came. It is named after the page script, so it changes when the tag does.
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
     * Makes the mark.
     *
     * @param name letters and digits
     */
    Mark(String name) {
        text = "-lt" + name;
    }

    /**
     * Takes the mark off a request, so that the application sees what it would see without the agent. Costs a look for two
     * headers, if neither of them is there.
     *
     * @return the {@code If-None-Match} as it came, if it bore the mark and is gone now: if the answer is 304, the copy that
     *     the browser shows has the tag; else null
     */
    public String takeOff(RequestHead request) {
        String range = request.header(IF_RANGE);
        if (range != null && range.contains(text)) {
            // The rest of a document with the tag is asked for, of which the application has no parts: the whole one.
            request.replace(IF_RANGE, null);
            request.replace("Range", null);
        }
        String copy = request.header(IF_NONE_MATCH);
        String method = request.method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            takeOff(IF_MATCH, request.header(IF_MATCH), request);
            takeOff(IF_NONE_MATCH, copy, request);
            return null;
        }
        return takeOff(IF_NONE_MATCH, copy, request) ? copy : null;
    }

    private boolean takeOff(String name, String value, RequestHead request) {
        if (value == null || !value.contains(text)) {
            return false;
        }
        if (value.startsWith(OF_DATE)) {
            String date = request.header("If-Modified-Since");
            boolean ofThatDate = date != null && value.startsWith(OF_DATE + lettersAndDigits(date) + text);
            if (ofThatDate) {
                request.replace(name, null);
            }
            return ofThatDate;
        }
        if (!isOne(value)) {
            return false; // which of them is the copy's?
        }
        // Behind the mark there may be what others have added on the way, such as Jetty's --gzip.
        int at = value.lastIndexOf(text);
        request.replace(name, value.substring(0, at) + value.substring(at + text.length()));
        return true;
    }

    /** Marks the validators of a response that has got the tag, while its headers can still be changed. */
    void putOn(ResponseHead response) {
        String etag = response.header("ETag");
        String marked = etag == null ? ofDate(response.header("Last-Modified")) : of(etag);
        if (marked != null) {
            response.setHeader("ETag", marked);
        }
        if (response.header("Accept-Ranges") != null) {
            response.setHeader("Accept-Ranges", "none"); // parts would be the application's, without the tag
        }
    }

    /**
     * Marks the answer that a copy with the tag is still good.
     *
     * @param copy the {@code If-None-Match} that the mark was taken off
     */
    void putBack(String copy, ResponseHead notModified) {
        String etag = notModified.header("ETag");
        String marked = etag == null ? copy : of(etag);
        if (marked != null) {
            notModified.setHeader("ETag", marked);
        }
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
