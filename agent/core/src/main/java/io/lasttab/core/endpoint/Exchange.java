package io.lasttab.core.endpoint;

import java.util.function.Consumer;

/**
 * A request for Lasttab's own endpoint with its answer, as each container adapter offers it. Nothing here touches the
 * session: looking it up moves no access time and creates none. Used by one thread at a time.
 */
public interface Exchange {

    /** The request's method, such as {@code POST}. */
    String method();

    /** The first value of a request header, by its name in any case; null if it was not sent. */
    String requestHeader(String name);

    /** The announced length of the request's body in bytes; -1 if none is announced. */
    long contentLength();

    /**
     * Reads the request's body.
     *
     * @param limit at most this many bytes are read
     * @param then gets what was read, perhaps later and on another thread; is not called if the client goes away
     */
    void readBody(int limit, Consumer<byte[]> then);

    /** The container's session that the request names; null if it names none, or none that is there. */
    Object session();

    /** Whether the request names a session that is certainly over. */
    boolean namesEndedSession();

    /**
     * Answers; called once.
     *
     * @param headers names and values in turn
     * @param body the body; empty for none, never null
     */
    void answer(int status, String[] headers, byte[] body);
}
