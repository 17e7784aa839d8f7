package io.lasttab.it.injection;

/** What Lasttab does to a response. */
enum Expectation {
    /** The tag, once, at the right place; the rest as it was. */
    TAGGED,
    /** Every byte and header as without the agent. */
    UNTOUCHED,
    /** The tag where the container allows it, else untouched: the head has left with a fixed length. */
    EITHER,
    /** As without the agent: the container itself ends the response early, which may cost it the connection. */
    CUT_SHORT;

    boolean changesNothing() {
        return this == UNTOUCHED || this == CUT_SHORT;
    }
}
