package io.lasttab.core.html;

/**
 * A response just before its first body bytes, or before it ends without any, as the injection needs to see it. Each container adapter implements it
 * over the container's own objects; nothing is read before it is asked for.
 */
public interface ResponseHead {

    /** The request's method, such as {@code GET}. */
    String method();

    /** The response's status code. */
    int status();

    /** The response's media type, with or without parameters; null if none is set. Ask {@link #charset} for the charset. */
    String contentType();

    /** The charset that the container will announce or use for the body; null if none is known. */
    String charset();

    /** A response header's value, by its name in any case; several with a comma between them, null if there is none. */
    String header(String name);

    /** The first value of a request header, by its name in any case; null if it was not sent. */
    String requestHeader(String name);

    /** The name of the host that was asked, as the container believes that the client knows it; null if it is not known. */
    String serverName();

    /** The port that was asked, in the same way; that of the scheme where the client named none. */
    int serverPort();

    /** Whether the request came over TLS, as far as the container knows: a proxy in front of it may have taken that off. */
    boolean isSecure();

    /** The {@link DocumentAddress} that was asked for: whether it is asked for again, and which page is going to speak. */
    int addressHash();

    /** Sets a response header in the place of all of its name; called only while the headers are not committed. */
    void setHeader(String name, String value);

    /** What {@link Mark#takeOff} gave for the request; null as a rule. Every response asks. */
    String markedCopy();

    /** What the browser wants the response for, its {@code Sec-Fetch-Dest}; null if it does not say. Every response asks. */
    default String fetchDest() {
        return requestHeader("Sec-Fetch-Dest");
    }

    /** Why the browser asks already now, its {@code Sec-Purpose}; null if it asks for what is to be shown at once. */
    default String purpose() {
        return requestHeader("Sec-Purpose");
    }

    /** Whether the browser itself says that it is going to show the response as a document, in a tab or a frame. */
    default boolean isNavigation() {
        String destination = fetchDest();
        return destination != null && (destination.equals("document") || destination.endsWith("frame"));
    }
}
