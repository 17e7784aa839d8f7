package io.lasttab.core.session;

import java.util.function.Predicate;

/** How long a session is kept after what. Immutable; all times in milliseconds. */
public final class Policy {

    private final long closed;
    private final long left;
    private final long sentAway;
    private final long lost;
    private final long boot;
    private final Predicate<String> ownHost;

    /**
     * Makes a policy.
     *
     * @param closed grace after the last page was closed
     * @param left grace after the last page left for another address
     * @param sentAway grace after the application sent the user to another site
     * @param lost how long a page may be silent before it no longer counts
     * @param boot how long a delivered document may take to say hello
     * @param ownHost tells of another host than the one that was asked, such as {@code pay.example:8443}, whether it is
     *     part of the application all the same
     */
    public Policy(long closed, long left, long sentAway, long lost, long boot, Predicate<String> ownHost) {
        this.closed = closed;
        this.left = left;
        this.sentAway = sentAway;
        this.lost = lost;
        this.boot = boot;
        this.ownHost = ownHost;
    }

    long grace(Departure departure) {
        switch (departure) {
            case CLOSED:
                return closed;
            case LEFT:
                return left;
            case SENT_AWAY:
                return sentAway;
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

    /** Whether a user who is sent to that host has left the application. */
    boolean isAway(String host) {
        return !ownHost.test(host);
    }
}
