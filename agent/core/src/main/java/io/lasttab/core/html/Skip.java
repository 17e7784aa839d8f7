package io.lasttab.core.html;

/** Why a response does not get the tag. */
public enum Skip {
    /** The type is neither {@code text/html} nor {@code application/xhtml+xml}. */
    NOT_HTML,
    /** The request is a HEAD or a CONNECT: there is no body to put a tag into. */
    HEAD_REQUEST,
    /** The status does not carry a whole document: 1xx, 204, 205, 206, 3xx, 416. */
    STATUS,
    /** The application has encoded the body already, such as with gzip. */
    ENCODED,
    /** The charset is neither a superset of ASCII nor UTF-16, or nobody knows it. */
    CHARSET,
    /** A script asked for it ({@code Sec-Fetch-Dest}, {@code X-Requested-With}): it becomes no document of its own. */
    SUBRESOURCE,
    /** It is saved as a file ({@code Content-Disposition: attachment}), which must be what the application wrote. */
    ATTACHMENT,
    /** The body does not begin like a document, but like a piece of one. */
    FRAGMENT,
    /** The body begins like a document, but its place was missed or there is none where the script would run. */
    NO_PLACE,
    /** The {@code Content-Security-Policy} keeps the script from running or from speaking. */
    POLICY,
    /** The headers went out with a fixed length before the place was seen. */
    LENGTH_FIXED,
    /** The agent is switched off for this application. */
    AGENT_OFF
}
