package io.lasttab.core.session;

/**
 * Decides whether a session may be ended: a pure function of its ledger and the policy.
 *
 * <p>Each reason to keep a session gives a time until which it holds; the session may be ended at the latest of them, so
 * that no reason can ever take away what another one gives. What cannot be known counts as a reason.
 */
final class Verdict {

    /** No time at all: as the ledger stands, the session must not be ended. */
    static final long NEVER = Long.MAX_VALUE;

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
        return Math.max(
                Math.max(departureDeadline(ledger, policy), awayDeadline(ledger, policy)),
                silenceDeadline(ledger, policy));
    }

    /** The cause under which a session is ended whose deadline has passed. */
    static ExitCause cause(Ledger ledger, Policy policy) {
        long departure = departureDeadline(ledger, policy);
        long away = awayDeadline(ledger, policy);
        if (silenceDeadline(ledger, policy) > Math.max(departure, away)) {
            return Departure.LOST.cause();
        }
        return (away > departure ? Departure.SENT_AWAY : ledger.departure()).cause();
    }

    /**
     * How long users are expected back whom the application itself has sent away, each from his own departure: another page
     * that leaves later, with less grace, takes nothing from those before it.
     */
    private static long awayDeadline(Ledger ledger, Policy policy) {
        return after(ledger.awaySince(), policy.grace(Departure.SENT_AWAY));
    }

    /** How long what is known to have happened keeps the session: a departure, a request, a document on its way. */
    private static long departureDeadline(Ledger ledger, Policy policy) {
        long deadline = Math.max(ledger.departedAt(), ledger.lastActivity()) + policy.grace(ledger.departure());
        return Math.max(deadline, after(ledger.pendingSince(), policy.boot()));
    }

    /** How long pages keep the session that may be there without a word. */
    private static long silenceDeadline(Ledger ledger, Policy policy) {
        return Math.max(
                after(lastSignOfOpenPage(ledger, policy), policy.lost()), after(ledger.lastUnseen(), policy.lost()));
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
