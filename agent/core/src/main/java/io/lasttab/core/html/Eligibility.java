package io.lasttab.core.html;

/** What the heads of a request and its response tell about the body, before any of it is seen. Pure functions. */
final class Eligibility {

    private static final String HTML = "text/html";
    private static final String XHTML = "application/xhtml+xml";

    private Eligibility() {}

    /** Whether a media type, null and parameters included, is one of HTML. Allocates nothing: every response asks. */
    static boolean isHtml(String contentType) {
        return contentType != null && (isType(contentType, HTML) || isXhtml(contentType));
    }

    /** Whether browsers read it as XML, where nothing is implied and nothing forgiven. */
    static boolean isXhtml(String contentType) {
        return isType(contentType, XHTML);
    }

    /** Why an HTML response does not get the tag; null if nothing in its head speaks against it. */
    static Skip refusal(ResponseHead head, String fetchDest) {
        String method = head.method();
        if ("HEAD".equals(method) || "CONNECT".equals(method)) {
            return Skip.HEAD_REQUEST;
        }
        if (!isWhole(head.status())) {
            return Skip.STATUS;
        }
        if (isEncoded(head.header("Content-Encoding"))) {
            return Skip.ENCODED;
        }
        // The browser's own word decides; X-Requested-With is the guess without it.
        boolean document = fetchDest == null ? !isByScript(head) : isDocument(fetchDest);
        if (!document && !isPrefetched(head)) {
            return Skip.SUBRESOURCE;
        }
        if (isAttachment(head.header("Content-Disposition"))) {
            return Skip.ATTACHMENT;
        }
        if (!ContentSecurityPolicy.letsThePageSpeak(head)) {
            return Skip.POLICY;
        }
        return Encoding.of(head.charset()) == Encoding.UNFIT ? Skip.CHARSET : null;
    }

    /** Whether the user will look at this HTML response as a page of its own. Guesses if the browser does not tell. */
    static boolean isPage(ResponseHead head, String fetchDest) {
        boolean navigation = fetchDest == null ? looksLikeNavigation(head) : isTopDocument(fetchDest);
        return navigation && isShown(head);
    }

    /** The same for any other response: only what the browser itself calls a document, since all ask for them. */
    static boolean isOtherPage(ResponseHead head) {
        String fetchDest = head.fetchDest();
        // A 304 has no type as a rule; it is asked about because the copy that is shown may be older than the agent.
        boolean page = fetchDest == null ? head.status() == 304 && looksLikeNavigation(head) : isTopDocument(fetchDest);
        return page && isShown(head);
    }

    /** Whether the request is for a document that is to be shown in a tab. Guesses if the browser does not tell. */
    static boolean isTopNavigation(ResponseHead head) {
        String fetchDest = head.fetchDest();
        return fetchDest == null ? looksLikeNavigation(head) : isTopDocument(fetchDest);
    }

    /** Whether the document is shown later, or never: its script runs, but nobody is in it until it speaks. */
    static boolean isPrerendered(ResponseHead head) {
        String purpose = head.purpose();
        return purpose != null && purpose.contains("prerender");
    }

    /** Whether a link of an open page has it fetched ahead: it is shown later without another request. */
    private static boolean isPrefetched(ResponseHead head) {
        String purpose = head.purpose(); // which no script can set (Fetch, forbidden request-headers)
        return purpose != null && purpose.contains("prefetch");
    }

    /**
     * Whether a copy that has the tag becomes a document whose script can run and speak. A new nonce, which comes with the
     * 304 and replaces the copy's, fits no script in it.
     */
    static boolean isCopyThatSpeaks(ResponseHead head) {
        String fetchDest = head.fetchDest();
        return "GET".equals(head.method())
                && (fetchDest == null ? looksLikeNavigation(head) : isDocument(fetchDest))
                && ContentSecurityPolicy.letsACopySpeak(head);
    }

    private static boolean looksLikeNavigation(ResponseHead head) {
        String accept = head.requestHeader("Accept");
        return accept != null && containsHtml(accept) && !isByScript(head);
    }

    /** Whether a script says that it asks. Android's web views put the name of their application there, always. */
    private static boolean isByScript(ResponseHead head) {
        String requestedWith = head.requestHeader("X-Requested-With");
        return requestedWith != null && requestedWith.trim().equalsIgnoreCase("XMLHttpRequest");
    }

    private static boolean isShown(ResponseHead head) {
        String method = head.method();
        int status = head.status();
        return ("GET".equals(method) || "POST".equals(method))
                && (status == 206 || status == 304 || status == 416 || isWhole(status))
                && !isAttachment(head.header("Content-Disposition"));
    }

    /**
     * Whether there may be a whole document. With 416 the headers may be those of the file instead, its length among them: so
     * Jetty 9.4 to 11 answer ({@code ResourceService.sendData}), and send no body.
     */
    private static boolean isWhole(int status) {
        boolean success = status >= 200 && status < 300 && status != 204 && status != 205 && status != 206;
        return success || (status >= 400 && status < 600 && status != 416);
    }

    private static boolean isEncoded(String contentEncoding) {
        return contentEncoding != null
                && !contentEncoding.trim().isEmpty()
                && !contentEncoding.trim().equalsIgnoreCase("identity");
    }

    private static boolean isAttachment(String disposition) {
        return disposition != null && isType(disposition, "attachment");
    }

    private static boolean isTopDocument(String fetchDest) {
        return fetchDest.trim().equals("document");
    }

    private static boolean isDocument(String fetchDest) {
        switch (fetchDest.trim()) {
            case "document":
            case "iframe":
            case "frame":
            case "embed":
            case "object":
                return true;
            default:
                return false;
        }
    }

    private static boolean containsHtml(String accept) {
        for (int i = 0; i <= accept.length() - HTML.length(); i++) {
            if (accept.regionMatches(true, i, HTML, 0, HTML.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a header's value is this word in any case, whatever parameters follow. */
    private static boolean isType(String value, String word) {
        int start = 0;
        while (start < value.length() && isSpace(value.charAt(start))) {
            start++;
        }
        int end = start + word.length();
        return value.regionMatches(true, start, word, 0, word.length())
                && (end == value.length() || value.charAt(end) == ';' || isSpace(value.charAt(end)));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
