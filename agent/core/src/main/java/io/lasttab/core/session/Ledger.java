package io.lasttab.core.session;

/**
 * What is known of one session: its pages, its running requests, its last real activity, its departure. Knows no clock, no
 * thread and no container: every time comes as an argument, in milliseconds of the reaper's clock. Not safe for concurrent
 * use; {@link TrackedSession} guards it.
 *
 * <p>Invariants, which {@link Verdict} relies on:
 *
 * <ul>
 *   <li>once {@linkplain #isConfirmed confirmed}, always confirmed: a script of ours did run in a page of this session;
 *   <li>times never run backwards: an older one never replaces a newer one;
 *   <li>a message changes nothing if its page has spoken with a higher sequence number, so order, loss and repeats do not
 *       matter;
 *   <li>a departure keeps the session by its own time and kind, whatever departs after it;
 *   <li>a document in a tab that was never heard of, and a redirect to another site that no page was seen to follow, are
 *       forgotten by time alone.
 * </ul>
 */
final class Ledger extends Pages {

    private static final long NEVER = -1;

    /*
     * A ledger is its pages, and has no word for what another field tells, as there may be a million of it: 64 bytes, and as
     * many as its pages take (FootprintTest).
     */

    private long lastActivity;
    private long lastWord = NEVER;
    private long closedAt = NEVER;
    private long leftAt = NEVER; // those that are away stand in the pages, each with its time
    private int running;
    private int pagesSeen;
    private Documents onTheirWay; // null if there are none, as in most sessions most of the time

    /** A real request that names the session begins, or is found to use it. */
    void requestStarted() {
        running++; // which keeps the session by itself: when it was used last is told by the end
    }

    /** A request that was started is over; {@link #requestStarted} was called for it before. */
    void requestEnded(long now) {
        running = Math.max(0, running - 1); // never below: a surplus end would hide the next request
        lastActivity = Math.max(lastActivity, now);
    }

    /**
     * A document with the tag is on its way: its page is going to say hello, within {@code boot} or never.
     *
     * <p>One that never does may all the same be in its tab, its script blocked; or it has sent its user on, to pay or to sign
     * on, before the script could run. It counts like an {@linkplain #unseenPageServed unseen page}, and no word of another
     * page tells that it is gone: that page may be in another tab, and its document out of the browser's cache. Only one that
     * is asked for again soon, by a reload or a second click, is gone; the one that comes in its place counts.
     *
     * @param address a hash of what was asked for; 0 if the document is not to be shown in a tab of its own
     */
    void documentServed(int address, long now, long boot) {
        if (onTheirWay == null) {
            onTheirWay = new Documents(); // by no request but those for documents, which make far more than that
        }
        if (address == 0) {
            onTheirWay.sentElsewhere(now, boot);
        } else {
            unseenPageServed(onTheirWay.sentToTab(Documents.shortened(address), now, boot));
        }
    }

    /** A page is shown that will never speak: it may be there for as long as a silent one. */
    void unseenPageServed(long now) {
        if (now >= 0) {
            nameless().unseenAt = Math.max(nameless().unseenAt, now);
        }
    }

    /**
     * A document was asked for, and the answer is a redirect to another site.
     *
     * <p>Which page it was that asked shows only when that one leaves, which may take as long as the other site needs to
     * answer; other pages may leave before it. So whichever leaves within {@code boot} counts as sent away. If none does, it
     * was a new tab, or that site is slow: somebody is away without a name. A page that is away already may have come back
     * for a moment, to be sent on: so its time begins anew.
     */
    void redirectedAway(long now, Policy policy) {
        Nameless known = nameless(); // first: there may be no memory for it
        boolean expected = stillAway(now - policy.grace(Departure.SENT_AWAY), now);
        awayWithoutName(unclaimedRedirect()); // the one before
        boolean unclaimed = isConfirmed() && !expected;
        if (unclaimed && count(PageState.OPEN) == 0) {
            awayWithoutName(now); // from a new tab: no page is going to say bye
            unclaimed = false;
        }
        known.redirectedAt = Math.max(known.redirectedAt, now);
        known.redirectUnclaimed = unclaimed;
    }

    /** The last redirect to another site, if no page was seen to follow it; -1 else. */
    private long unclaimedRedirect() {
        return nameless != null && nameless.redirectUnclaimed ? nameless.redirectedAt : NEVER;
    }

    private long redirectedAway() {
        return nameless == null ? NEVER : nameless.redirectedAt;
    }

    private boolean isRedirecting(long now, Policy policy) {
        return redirectedAway() >= 0 && now - redirectedAway() <= policy.boot();
    }

    /** The session follows on another one, of which these pages are open or away. */
    void inherit(Pages others) {
        pagesSeen += addAll(others);
    }

    Pages copyOfOpenAndAwayPages() {
        Pages copy = copyOfOpenAndAway();
        copy.awayWithoutName(unclaimedRedirect());
        return copy;
    }

    /** A page speaks. */
    void heard(PageMessage message, long now, Policy policy) {
        lastWord = Math.max(lastWord, now);
        switch (message.kind()) {
            case FRAMED:
                framed(message, now, policy);
                break;
            case BYE:
                bye(message, now, policy);
                break;
            default:
                here(message, now, policy);
        }
    }

    private void here(PageMessage message, long now, Policy policy) {
        if (message.after() != null) {
            follows(message, now, policy); // as its words are counted, an old hello said again does no harm
        }
        int page = find(message.idHigh(), message.idLow());
        boolean hello = message.kind() == PageMessage.Kind.HELLO;
        if (page < 0) {
            // An alive of an unknown page is one whose session was replaced, or whose hello was lost.
            pagesSeen++;
            if (hello) {
                documentArrived(message, now, policy);
            }
            if (!add(message.idHigh(), message.idLow(), PageState.OPEN, message.sequence(), now)) {
                unseenPageServed(now); // too many to count
            }
        } else if (message.sequence() > sequence(page)) {
            confirm(); // known by nothing but a bye so far, should it not be
            PageState before = state(page);
            // A heartbeat may still fire in a page on its way into the back-forward cache; only a hello tells its
            // return.
            boolean back = hello || (before != PageState.CACHED && before != PageState.AWAY);
            long heard = back || before == PageState.CACHED ? Math.max(now, heard(page)) : heard(page);
            set(page, back ? PageState.OPEN : before, message.sequence(), heard);
        } else if (hello && !isConfirmed()) {
            // The hello was overtaken by its own page's bye: there was a page, and it has left.
            confirm();
            documentArrived(message, now, policy);
            departed(state(page) == PageState.GONE ? Departure.CLOSED : Departure.LEFT, now);
        }
    }

    /**
     * In the tab of the page that speaks, another one has left before, whatever became of its bye. If that one was away,
     * its user is back.
     *
     * <p>Nothing else tells so: not a request, not a new page, not even one that another site has led to. A user who pays
     * in one tab may look at the application in another one, and close it, and the session must last until the first one
     * comes back. A return that is not seen (the browser keeps nothing for tabs, say) only costs time: the session is then
     * kept as if the user was still away.
     */
    private void follows(PageMessage speaker, long now, Policy policy) {
        PageMessage last = speaker.after();
        int page = find(last.idHigh(), last.idLow());
        if (page < 0 || last.sequence() < sequence(page)) {
            return;
        }
        if (state(page) == PageState.OPEN) {
            departed(Departure.LEFT, now); // its bye is lost, or late
            leave(page, PageState.GONE, last.sequence(), now);
        } else if (state(page) == PageState.AWAY) {
            set(page, PageState.GONE, last.sequence(), heard(page));
            boolean restored = find(speaker.idHigh(), speaker.idLow()) >= 0;
            if (restored && isRedirecting(now, policy)) {
                // It was left for a page before it, so it is another tab that was redirected.
                nameless().redirectUnclaimed = true;
            }
        } else {
            // If it came back meanwhile, it has left again: the hello that told of its return may still be on its way.
            set(page, state(page), last.sequence(), heard(page));
        }
    }

    /** Remembered like a page that has left, so that a repeat is not taken for the arrival of another document. */
    private void framed(PageMessage message, long now, Policy policy) {
        if (find(message.idHigh(), message.idLow()) < 0) {
            documentArrived(message, now, policy);
            add(message.idHigh(), message.idLow(), PageState.GONE, message.sequence(), now);
        }
    }

    private void confirm() {
        if (!isConfirmed()) {
            pagesSeen++;
        }
    }

    private void bye(PageMessage message, long now, Policy policy) {
        boolean redirected = isRedirecting(now, policy);
        boolean away = redirected || (message.away() != null && policy.isAway(message.away()));
        PageState state = away ? PageState.AWAY : message.cached() ? PageState.CACHED : PageState.GONE;
        int page = find(message.idHigh(), message.idLow());
        if (page < 0) {
            // Changes nothing that counts. It is kept so that the hello which it overtook does not open the page for
            // ever.
            add(message.idHigh(), message.idLow(), state, message.sequence(), now);
        } else if (message.sequence() > sequence(page)) {
            if (state(page) == PageState.OPEN) {
                departed(message.cached() ? Departure.LEFT : Departure.CLOSED, now);
                if (redirected && !isDocumentOnItsWaySinceTheRedirect()) {
                    nameless().redirectUnclaimed = false; // it is this one who is away
                }
            }
            if (state(page) == PageState.AWAY && !away) {
                // The second of two, perhaps, and the first knew better: what is known to be away is so until it is
                // back.
                set(page, PageState.AWAY, message.sequence(), heard(page));
            } else {
                leave(page, state, message.sequence(), Math.max(now, heard(page)));
            }
        }
    }

    /** Whether the page that leaves may do so for a document of ours, while another one, in a new tab, was redirected. */
    private boolean isDocumentOnItsWaySinceTheRedirect() {
        return pendingSince() >= redirectedAway();
    }

    private void departed(Departure kind, long now) {
        if (kind == Departure.LEFT) {
            leftAt = Math.max(leftAt, now);
        } else {
            closedAt = Math.max(closedAt, now);
        }
    }

    /** Only the first word tells of a new document: with any other a page came back or moved here that was unknown. */
    private void documentArrived(PageMessage message, long now, Policy policy) {
        if (onTheirWay == null || !message.tellsOfADocument()) {
            return;
        }
        boolean framed = message.kind() == PageMessage.Kind.FRAMED;
        onTheirWay.arrived(Documents.shortened(message.address()), framed, now, policy.boot());
        if (onTheirWay.isEmpty()) {
            onTheirWay = null;
        }
    }

    /** Whether a document is waited for that was asked for under the address of the page that speaks. */
    boolean isWaitingFor(PageMessage message, long now, Policy policy) {
        return onTheirWay != null
                && message.tellsOfADocument()
                && onTheirWay.isWaitedFor(Documents.shortened(message.address()), now, policy.boot());
    }

    /** Whether a document in a tab is waited for, whatever its address. */
    boolean isWaitingForAny(long now, Policy policy) {
        return onTheirWay != null && onTheirWay.isAnyWaitedFor(now, policy.boot());
    }

    boolean isConfirmed() {
        return pagesSeen > 0;
    }

    int runningRequests() {
        return running;
    }

    long lastActivity() {
        return lastActivity;
    }

    int openPages() {
        return count(PageState.OPEN);
    }

    /** How many pages have said that they are there, those that have left included. */
    int pagesSeen() {
        return pagesSeen;
    }

    /** When an open page was last heard of; -1 if none is open. */
    long lastHeardOfOpenPage() {
        return lastHeardOfOpen();
    }

    /** When any page of the session was last heard of, in whatever state; -1 if none was. */
    long lastWord() {
        return lastWord;
    }

    /** When a page was closed last; -1 if none was. */
    long closedAt() {
        return closedAt;
    }

    /** When a page was left last for another address; -1 if none was. */
    long leftAt() {
        return leftAt;
    }

    /** How the last page left, apart from whether it is {@link #awaySince away}: CLOSED or LEFT; CLOSED if none has. */
    Departure departure() {
        return leftAt >= 0 && leftAt >= closedAt ? Departure.LEFT : Departure.CLOSED;
    }

    /** Since when somebody has been away whom the application has sent to another site, the latest; -1 if nobody is. */
    long awaySince() {
        return Math.max(lastAway(), unclaimedRedirect());
    }

    /** When the last document went out that has not said hello yet; -1 if all have. */
    long pendingSince() {
        return onTheirWay == null ? NEVER : onTheirWay.last();
    }

    /**
     * When a page was last shown, or heard of, that cannot be counted, or a document went out to a tab of which nothing has
     * been heard; -1 if never.
     */
    long silentSince() {
        long unseen = nameless == null ? NEVER : nameless.unseenAt;
        return onTheirWay == null ? unseen : Math.max(unseen, onTheirWay.lastInTab());
    }
}
