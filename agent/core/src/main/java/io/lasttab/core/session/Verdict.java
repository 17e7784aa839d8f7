package io.lasttab.core.session;

/**
 * Decides whether a session may be ended: a pure function of its ledger and the policy.
 *
 * <p>Each reason to keep a session gives a time until which it holds; the session may be ended at the latest of them, so
 * that no reason can ever take away what another one gives. What cannot be known counts as a reason. The reasons are sorted
 * by the departure that they belong to: the one that holds longest names the cause.
 */
final class Verdict {

    /** No time at all: as the ledger stands, the session must not be ended. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Departure[] ALL = Departure.values();

    private Verdict() {}

    /**
     * The earliest time at which the session may be ended if nothing more is heard of it.
     *
     * @return milliseconds of the reaper's clock, or {@link #NEVER}
     */
    static long deadline(Ledger ledger, Policy policy) {
        if (!ledger.isConfirmed() || ledger.runningRequests() > 0) {
            return NEVER;
        }
        long latest = Long.MIN_VALUE;
        for (Departure each : ALL) {
            latest = Math.max(latest, keptUntil(each, ledger, policy));
        }
        return latest;
    }

    /** The cause under which a session is ended whose deadline has passed. */
    static ExitCause cause(Ledger ledger, Policy policy) {
        return longest(ledger, policy).cause();
    }

    /** The departure that keeps the session longest; of several the one that is known best, silence last. */
    private static Departure longest(Ledger ledger, Policy policy) {
        Departure longest = ledger.departure();
        long latest = keptUntil(longest, ledger, policy);
        for (Departure each : ALL) {
            long until = keptUntil(each, ledger, policy);
            if (until > latest) {
                longest = each;
                latest = until;
            }
        }
        return longest;
    }

    /** Until when the session is kept for one kind of departure. */
    private static long keptUntil(Departure kind, Ledger ledger, Policy policy) {
        switch (kind) {
            case CLOSED:
                return Math.max(after(ledger.closedAt(), policy.grace(kind)), sinceLast(kind, ledger, policy));
            case LEFT:
                return Math.max(after(ledger.leftAt(), policy.grace(kind)), sinceLast(kind, ledger, policy));
            case SENT_AWAY:
                return after(ledger.awaySince(), policy.grace(kind));
            default:
                return after(Math.max(lastSignOfOpenPage(ledger, policy), ledger.silentSince()), policy.lost());
        }
    }

    /** How long a request, or a document on its way, keeps the session: by the departure that was the last one. */
    private static long sinceLast(Departure kind, Ledger ledger, Policy policy) {
        return ledger.departure() != kind
                ? Long.MIN_VALUE
                : Math.max(ledger.lastActivity() + policy.grace(kind), after(ledger.pendingSince(), policy.boot()));
    }

    /**
     * When an open page was last known to be there. A page whose words are blocked looks like one that has died; so as long as
     * nothing proves that words get through, a request is taken for a sign of it.
     */
    private static long lastSignOfOpenPage(Ledger ledger, Policy policy) {
        long heard = ledger.lastHeardOfOpenPage();
        boolean wordsGetThrough = ledger.lastWord() - heard > policy.lost();
        return heard < 0 || wordsGetThrough ? heard : Math.max(heard, ledger.lastActivity());
    }

    private static long after(long since, long grace) {
        return since < 0 ? Long.MIN_VALUE : since + grace;
    }
}
