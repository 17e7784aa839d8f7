package io.lasttab.core.endpoint;

import io.lasttab.core.session.PageMessage;

/** What became of a request for Lasttab's own endpoint: one counter each. */
public enum Outcome {
    /** A page said that it is there. */
    HELLO(204),
    /** A page said that it is still there. */
    ALIVE(204),
    /** A page said that it is leaving. */
    BYE(204),
    /** A document arrived in a frame whose top page speaks for it. */
    FRAMED(204),
    /** The page has no session: nothing to keep, nothing to end. It speaks again when another page comes. */
    NO_SESSION(202),
    /** The page's session is over. */
    SESSION_GONE(410),
    /** The page script was served. */
    SCRIPT(200),
    /** Neither the script nor the place for messages. */
    UNKNOWN_PATH(404),
    /** Messages are POSTed, the script is read by GET or HEAD. */
    WRONG_METHOD(405),
    /** A message is plain text. */
    WRONG_TYPE(415),
    /** No message is that long. */
    TOO_LARGE(413),
    /** Not a message. */
    MALFORMED(400),
    /** The client waits to be asked for its message, which no page does. */
    EXPECTATION(417),
    /** Another site sent it. */
    FOREIGN_ORIGIN(403);

    private final int status;

    Outcome(int status) {
        this.status = status;
    }

    /** What a message of a kind is counted as when it was taken. */
    static Outcome of(PageMessage.Kind kind) {
        switch (kind) {
            case HELLO:
                return HELLO;
            case ALIVE:
                return ALIVE;
            case BYE:
                return BYE;
            default:
                return FRAMED;
        }
    }

    /** The HTTP status that is answered. */
    public int status() {
        return status;
    }
}
