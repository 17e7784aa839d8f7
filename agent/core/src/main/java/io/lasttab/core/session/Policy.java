package io.lasttab.core.session;

/** How long a session is kept after what. Immutable; all times in milliseconds. */
public final class Policy {

    private final long closed;
    private final long left;
    private final long lost;
    private final long boot;

    /**
     * Makes a policy.
     *
     * @param closed grace after the last page was closed
     * @param left grace after the last page left for another address
     * @param lost how long a page may be silent before it no longer counts
     * @param boot how long a delivered document may take to say hello
     */
    public Policy(long closed, long left, long lost, long boot) {
        this.closed = closed;
        this.left = left;
        this.lost = lost;
        this.boot = boot;
    }

    long grace(Departure departure) {
        switch (departure) {
            case CLOSED:
                return closed;
            case LEFT:
                return left;
            default:
                return lost;
        }
    }

    long lost() {
        return lost;
    }

    long boot() {
        return boot;
    }
}
