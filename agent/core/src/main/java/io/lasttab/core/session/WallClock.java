package io.lasttab.core.session;

/**
 * The time of day, which an operator, a time server or a resumed machine may set to anything at any moment. It is there to be
 * told, and to be held against the times that the container has written down; sessions are judged by {@link ReaperClock}.
 */
final class WallClock {

    private WallClock() {}

    /** Milliseconds since 1970. */
    static long now() {
        return System.currentTimeMillis();
    }

    /**
     * How long ago something was by the container's word.
     *
     * @param then milliseconds since 1970
     * @return milliseconds; below 0 if the clock was set back since, so that nobody knows
     */
    static long since(long then) {
        return now() - then;
    }
}
