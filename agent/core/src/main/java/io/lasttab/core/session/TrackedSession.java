package io.lasttab.core.session;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * One session of the container with its ledger: the lock round the ledger, and the rule that a session ends once. Safe for
 * use by many threads. Holds the container's session weakly, so it keeps neither the session nor its web application.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>the claim that a session is to be ended and the arrival of a request exclude each other: whichever takes the lock
 *       first wins;
 *   <li>exactly one end is counted for a session, whoever brings it about;
 *   <li>if a deadline stands, the session is in the wheel for it or for an earlier time, or was just handed out by it.
 * </ul>
 */
public final class TrackedSession extends WeakReference<Object> {

    /** How it stands with a session, as operators see it. */
    public enum State {
        /** No page has said hello: a client without the script, which Lasttab never ends early. */
        UNCONFIRMED,
        /** A page is open, or something else keeps the session. */
        OPEN,
        /** The last page has left and the countdown runs. */
        LEAVING,
        /** The end is being carried out. */
        ENDING,
        /** Over. */
        ENDED
    }

    /** What is known of an end. In an object of its own, as most sessions are alive and have none. */
    private static final class Claim {
        final ExitCause cause;

        /** When the container alone would end the session, since 1970; -1 if never, or if it is the container that ends it. */
        final long timesOutAtMillis;

        boolean carriedOut;

        Claim(ExitCause cause, long timesOutAtMillis) {
            this.cause = cause;
            this.timesOutAtMillis = timesOutAtMillis;
        }
    }

    /** What few sessions ever have since their last request. In an object of its own for the same reason. */
    private static final class Oddities {
        boolean doubted; // the container's clock was set back, and the session kept for another grace
        WouldBeEnd wouldBeEnd; // null: none, or the user has shown that it would have been wrong
    }

    /** In observe mode, that the session would have been ended. */
    private static final class WouldBeEnd {
        final long at; // the first time since the last request
        final String maskedId; // kept, as the container must not be asked for it with the lock held
        boolean ofThisSilence; // no page has spoken since it was counted

        WouldBeEnd(long at, String maskedId) {
            this.at = at;
            this.maskedId = maskedId;
        }
    }

    // What a session takes on the heap is counted by FootprintTest.
    final int identityHash; // of the container's session, also once that is collected
    private final int number; // without a sign
    private final long since;
    private final SessionTracker tracker;
    // Before the other references: so G1 copies it right behind its session, which saves each word a wait for memory.
    private final Ledger ledger = new Ledger();

    private Claim claim; // not null: the session is being ended, or was; by us or by others
    private Oddities oddities; // null: none

    // Of the wheel, which alone changes them.
    volatile int slot = DeadlineWheel.NO_SLOT;
    TrackedSession previousInSlot;
    TrackedSession nextInSlot;

    TrackedSession(Object session, ReferenceQueue<Object> cleared, SessionTracker tracker, int number, long now) {
        super(session, cleared);
        this.identityHash = System.identityHashCode(session);
        this.tracker = tracker;
        this.number = number;
        this.since = now;
    }

    /**
     * A request uses the session. Each call that returns true must be followed by one of {@link #requestEnded}.
     *
     * @return false if the session is being ended: the request comes too late and must not use it
     */
    public synchronized boolean requestStarted() {
        if (claim != null) {
            return false;
        }
        if (oddities != null) {
            WouldBeEnd falseEnd = oddities.wouldBeEnd;
            oddities = null;
            if (falseEnd != null) {
                tracker.wouldHaveBeenFalse(falseEnd.maskedId, tracker.now() - falseEnd.at);
            }
        }
        ledger.requestStarted(); // last: who is told of a fault will not call requestEnded
        return true;
    }

    /**
     * The same of a request that the container has let in by its own count. If the session is being ended, that is not going
     * to be: the end finds that request, and the session lives on with it ({@link SessionStore#expire}). To be followed by one
     * call of {@link #requestEnded} in any case.
     */
    public synchronized void requestEntered() {
        if (!requestStarted()) {
            ledger.requestStarted();
        }
    }

    /** The request is over: answered, failed, or its asynchronous work done. */
    public synchronized void requestEnded() {
        ledger.requestEnded(nowInSpiteOfAll());
        schedule();
    }

    /** The time now; if there is no memory to read the clock after a pause, a later one: nothing must last for ever for that. */
    private long nowInSpiteOfAll() {
        try {
            return tracker.now();
        } catch (OutOfMemoryError noMemory) {
            return tracker.nowOrLater();
        }
    }

    /**
     * The same request has used another session before. If it has ended that one, as many applications do at a login, this
     * one follows on it: the pages that are open go on in it, and those that are away come back to it.
     */
    public void follows(TrackedSession before) {
        Pages pages;
        long unseen;
        synchronized (before) {
            if (!before.isEnded()) {
                return;
            }
            pages = before.ledger.copyOfOpenAndAwayPages();
            unseen = before.ledger.silentSince();
        }
        synchronized (this) {
            ledger.inherit(pages);
            ledger.unseenPageServed(unseen);
            schedule();
        }
    }

    /**
     * A document that got the tag is on its way to a page of this session.
     *
     * @param address a hash of what was asked for; 0 if it is not to be shown in a tab of its own
     */
    public synchronized void documentServed(int address) {
        ledger.documentServed(address, tracker.now(), tracker.policy().boot());
    }

    /** A page of this session is redirected to that host, which is not the one that was asked. */
    public synchronized void redirectedTo(String host) {
        Policy policy = tracker.policy();
        if (policy.isAway(host)) {
            ledger.redirectedAway(tracker.now(), policy);
            schedule();
        }
    }

    /** A document that the browser shows but that could not get the tag is on its way. */
    public synchronized void unseenPageServed() {
        ledger.unseenPageServed(tracker.now());
        schedule();
    }

    /**
     * A page of this session speaks.
     *
     * @return false if the session is over or being ended
     */
    public synchronized boolean heard(PageMessage message) {
        if (claim != null) {
            return false;
        }
        long now = tracker.now();
        ledger.heard(withItsAddressIfItCounts(message, now), now, tracker.policy());
        WouldBeEnd wouldBeEnd = wouldBeEnd();
        if (wouldBeEnd != null) {
            wouldBeEnd.ofThisSilence &= deadline() <= now; // a stale word does not break the silence
        }
        schedule();
        return true;
    }

    private PageMessage withItsAddressIfItCounts(PageMessage message, long now) {
        if (!message.tellsOfADocument() || !ledger.isWaitingForAny(now, tracker.policy())) {
            return message;
        }
        return tracker.areAddressesTold(ledger.isWaitingFor(message, now, tracker.policy()))
                ? message
                : message.from(0);
    }

    /** Whether a page has said that it is there. */
    public synchronized boolean isConfirmed() {
        return ledger.isConfirmed();
    }

    /**
     * The container says that the session is ending now. Only the first word counts; an end that Lasttab has claimed is
     * counted under its own cause, whatever the container calls it.
     */
    public void endedBy(ExitCause containersCause) {
        Claim end;
        synchronized (this) {
            if (isEnded()) {
                return;
            }
            end = claim == null ? new Claim(containersCause, -1) : claim;
            end.carriedOut = true;
            claim = end;
        }
        // Outside of the lock, for the same reason as in info().
        String maskedId = MaskedId.of(tracker.idOf(get()));
        tracker.exited(this, end.cause, exit(end, true, maskedId));
    }

    private synchronized ExitInfo exit(Claim end, boolean isEnd, String maskedId) {
        return new ExitInfo(
                WallClock.now(),
                maskedId,
                end.cause.name(),
                ledger.pagesSeen(),
                Math.max(0, tracker.now() - since),
                isEnd,
                unusedMillis(),
                departure(end.cause),
                end.timesOutAtMillis);
    }

    private synchronized long unusedMillis() {
        boolean inUse = ledger.runningRequests() > 0;
        return inUse ? 0 : Math.max(0, tracker.now() - Math.max(since, ledger.lastActivity()));
    }

    /** How the last page has left, the verdict's own word first; null if there was none, or if one is open. */
    private String departure(ExitCause cause) {
        for (Departure departure : Departure.values()) {
            if (departure.cause() == cause) {
                return departure.name();
            }
        }
        if (!ledger.isConfirmed() || ledger.openPages() > 0) {
            return null;
        }
        long departedAt = Math.max(ledger.closedAt(), ledger.leftAt());
        if (ledger.awaySince() >= 0 && ledger.awaySince() >= departedAt) {
            return Departure.SENT_AWAY.name();
        }
        return departedAt >= 0 ? ledger.departure().name() : null;
    }

    /** Asks again when the session is due, because the policy has changed. */
    synchronized void reschedule() {
        schedule();
    }

    /** Whether the session is due, as things stand at this moment; if not, sees to its next deadline. */
    synchronized boolean isDue(long now) {
        WouldBeEnd wouldBeEnd = wouldBeEnd();
        boolean counted = wouldBeEnd != null && wouldBeEnd.ofThisSilence;
        if (claim != null || (counted && tracker.isObserving())) {
            return false;
        }
        if (deadline() > now) {
            schedule();
            return false;
        }
        return true;
    }

    /**
     * Takes the session for its end if it is still due. Called by whoever carries the end out, and just before that: until
     * then a request wins.
     */
    boolean claimIfDue(long now) {
        // Others take locks of their own for their answers, so they are asked outside of this one.
        long othersDeadline = tracker.deadlineOfOthers(this);
        long idle = tracker.idleMillis(this);
        long timesOutAt = tracker.timesOutAtMillis(this, Math.max(0, Math.min(idle, unusedMillis())));
        String maskedId = MaskedId.of(tracker.idOf(get()));
        synchronized (this) {
            if (!isDue(now)) {
                return false;
            }
            Policy policy = tracker.policy();
            long grace = policy.grace(ledger.departure());
            if (mayBeUsedUnseen(idle, grace)) {
                tracker.scheduleBy(this, now + grace - Math.max(0, idle));
                return false;
            }
            if (othersDeadline > now) {
                tracker.scheduleBy(this, Math.min(othersDeadline, now + policy.grace(Departure.CLOSED)));
                return false;
            }
            ExitCause cause = Verdict.cause(ledger, policy);
            if (tracker.isObserving()) {
                countWouldBeEnd(now, maskedId);
                tracker.wouldHaveExited(cause, exit(new Claim(cause, timesOutAt), false, maskedId));
                return false;
            }
            claim = new Claim(cause, timesOutAt);
            return true;
        }
    }

    /**
     * Whether the session was used where no hook of ours has seen it. If the container's clock was set back, nobody knows: then
     * it may have been, once.
     */
    private boolean mayBeUsedUnseen(long idle, long grace) {
        boolean doubt = idle < 0 && (oddities == null || !oddities.doubted);
        if (doubt) {
            oddities().doubted = true;
        }
        return doubt || (idle >= 0 && idle < grace);
    }

    private Oddities oddities() {
        if (oddities == null) {
            oddities = new Oddities();
        }
        return oddities;
    }

    private WouldBeEnd wouldBeEnd() {
        return oddities == null ? null : oddities.wouldBeEnd;
    }

    private void countWouldBeEnd(long now, String maskedId) {
        Oddities odd = oddities();
        if (odd.wouldBeEnd == null) {
            odd.wouldBeEnd = new WouldBeEnd(now, maskedId);
        }
        odd.wouldBeEnd.ofThisSilence = true;
    }

    /** Takes the session for its end because an operator wants it; false if it is over or being ended already. */
    boolean claimForOperator() {
        long timesOutAt = tracker.timesOutAtMillis(this, unusedMillis());
        synchronized (this) {
            if (claim != null) {
                return false;
            }
            claim = new Claim(ExitCause.OPERATOR, timesOutAt);
            return true;
        }
    }

    /** Whether it is a verdict that ends the session, not an operator or the container. */
    synchronized boolean isClaimedByVerdict() {
        return claim != null && claim.cause.isOrphaned();
    }

    /** When the session was last used by a request; when it was first seen if it was not used since. */
    synchronized long lastUse() {
        return Math.max(since, ledger.lastActivity());
    }

    /**
     * If the end could not be carried out, lets the session live on and judges it anew after another grace.
     *
     * @return true if the session had not ended
     */
    synchronized boolean spareIfNotEnded() {
        if (isEnded()) {
            return false;
        }
        claim = null;
        beginGraceAnew();
        return true;
    }

    /**
     * If it could not be judged whether the session is to be ended, lets it live on and judges it anew after another grace.
     *
     * @return false if somebody else has ended it, or is about to
     */
    synchronized boolean postpone() {
        if (claim != null) {
            return false;
        }
        beginGraceAnew();
        return true;
    }

    private void beginGraceAnew() {
        ledger.requestStarted();
        ledger.requestEnded(nowInSpiteOfAll());
        schedule();
    }

    private void schedule() {
        if (claim != null) {
            return;
        }
        long deadline = deadline();
        if (deadline != Verdict.NEVER) {
            tracker.scheduleBy(this, deadline);
        }
    }

    private boolean isEnded() {
        return claim != null && claim.carriedOut;
    }

    /** Until when the session has a reason to live; the past if it is over, or on its way there. */
    synchronized long reasonToLive() {
        return claim != null ? Long.MIN_VALUE : deadline();
    }

    private long deadline() {
        return Math.max(Verdict.deadline(ledger, tracker.policy()), tracker.heldUntil());
    }

    SessionInfo info(long now) {
        // Outside of the lock: the container may take a lock of its own, which it also holds when it tells of an end.
        return info(MaskedId.of(tracker.idOf(get())), now);
    }

    private synchronized SessionInfo info(String maskedId, long now) {
        Policy policy = tracker.policy();
        long deadline = claim != null ? Verdict.NEVER : deadline();
        long endsIn = deadline == Verdict.NEVER ? -1 : Math.max(0, deadline - now);
        return new SessionInfo(
                number(),
                maskedId,
                state(policy).name(),
                ledger.openPages(),
                ledger.runningRequests(),
                Math.max(0, now - since),
                endsIn);
    }

    private State state(Policy policy) {
        if (isEnded()) {
            return State.ENDED;
        }
        if (claim != null) {
            return State.ENDING;
        }
        if (!ledger.isConfirmed()) {
            return State.UNCONFIRMED;
        }
        boolean countdown = ledger.openPages() == 0 && Verdict.deadline(ledger, policy) != Verdict.NEVER;
        return countdown ? State.LEAVING : State.OPEN;
    }

    /** How it stands with the session now. */
    synchronized State state() {
        return state(tracker.policy());
    }

    synchronized int openPages() {
        return isEnded() ? 0 : ledger.openPages();
    }

    SessionTracker tracker() {
        return tracker;
    }

    long number() {
        return Integer.toUnsignedLong(number);
    }

    /** Whether this is of that container session; of none if the session is null or was collected. */
    boolean isOf(Object session) {
        return session != null && get() == session;
    }
}
