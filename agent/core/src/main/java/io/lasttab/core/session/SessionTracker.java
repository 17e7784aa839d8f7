package io.lasttab.core.session;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * All sessions of one application that Lasttab knows, by the identity of the container's session object, and what became
 * of those that ended. Safe for use by many threads; holds sessions weakly.
 */
public final class SessionTracker {

    private static final int RECENT_EXITS = 100;

    /** A session that is older than this when it is first seen has lived unseen; in milliseconds. */
    private static final long NEWBORN = 1_000;

    /** So many pages in a row whose address fits no document show that addresses tell nothing here. */
    private static final int MISFITS = 20;

    private final SessionTable sessions = new SessionTable();
    private final ReferenceQueue<Object> cleared = new ReferenceQueue<>();
    private final AtomicInteger numbers = new AtomicInteger(); // begin anew after four billions
    private final AtomicInteger misfitsAllowed = new AtomicInteger(); // until addresses count for nothing
    private final Map<ExitCause, LongAdder> exits = new EnumMap<>(ExitCause.class);
    private final Map<ExitCause, LongAdder> wouldHaveExited = new EnumMap<>(ExitCause.class);
    private final Deque<ExitInfo> recentExits = new ArrayDeque<>();
    private final FailedEnds failedEnds;
    private final FalseExpiries falseExpiries = new FalseExpiries();
    private final Map<SinceEnd, LongAdder> wouldHaveBeenFalse = FalseExpiries.counters();
    private final List<Consumer<ExitInfo>> exitListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<FalseExpiryInfo>> falseExpiryListeners = new CopyOnWriteArrayList<>();
    private final Reaper reaper;
    private final Executor threads;
    private final SessionStore store;
    private volatile Policy policy;
    private volatile boolean observing;
    private volatile boolean off;
    private volatile long heldUntil;

    /** Makes a tracker of no sessions yet. */
    public SessionTracker(Reaper reaper, SessionStore store, Policy policy, boolean observing) {
        this.reaper = reaper;
        this.store = store;
        this.policy = policy;
        this.observing = observing;
        for (ExitCause cause : ExitCause.values()) {
            exits.put(cause, new LongAdder());
            if (cause.isOrphaned()) {
                wouldHaveExited.put(cause, new LongAdder());
            }
        }
        this.failedEnds = new FailedEnds(reaper.faults());
        this.threads = reaper.add(this);
    }

    /** The application as operators know it, for what is told of its sessions. */
    public void nameApplication(String name) {
        failedEnds.nameApplication(name);
    }

    /** Those on which sessions are ended. */
    Executor threads() {
        return threads;
    }

    /** Sees to it that every session that has a deadline stands in the wheel. */
    void judgeAnew() {
        sessions.forEach(TrackedSession::reschedule);
    }

    /**
     * The session's ledger, made if it has none yet. A session that is seen for the first time but is not new (kept over a
     * restart, swapped in, used while the agent was not there) may have pages that nothing is known of until they speak.
     */
    public TrackedSession track(Object session) {
        TrackedSession known = find(session);
        if (known != null) {
            return known;
        }
        forgetCollected();
        TrackedSession tracked = new TrackedSession(session, cleared, this, numbers.incrementAndGet(), now());
        long age = WallClock.since(store.createdMillis(session));
        if (age < 0 || age > NEWBORN) { // what nobody knows counts as old
            tracked.unseenPageServed();
        }
        return sessions.addIfAbsent(tracked);
    }

    /** The session's ledger; null if it has none. */
    public TrackedSession find(Object session) {
        return sessions.find(session);
    }

    private void forgetCollected() {
        for (Reference<?> gone = cleared.poll(); gone != null; gone = cleared.poll()) {
            forget((TrackedSession) gone);
        }
    }

    private void forget(TrackedSession session) {
        sessions.remove(session);
        reaper.forget(session);
    }

    /** From now on, sessions are kept by this policy; those whose countdown runs already are judged anew. */
    public void changePolicy(Policy policy) {
        this.policy = policy;
        judgeAnew();
    }

    /** Whether verdicts are only counted, not carried out. */
    public void observe(boolean observing) {
        this.observing = observing;
        judgeAnew();
    }

    /** Something was not seen that should have been: for as long as a silent page may be there, nothing is certain. */
    public void holdAll() {
        holdSince(reaper.nowOrLater());
    }

    /** The same of something that was not seen at that time of the reaper's clock. */
    public synchronized void holdSince(long time) {
        heldUntil = Math.max(heldUntil, time + policy.lost()); // never less than what holds already, such as for ever
    }

    /** A hook failed: what it should have noted is lost, and maybe an entry in the reaper's wheel with it. */
    public void hookFailed() {
        reaper.mayHaveLost();
        holdAll();
    }

    /** The container is given up: no session is ended from now on. */
    public synchronized void holdForEver() {
        heldUntil = Verdict.NEVER;
    }

    /**
     * Switches the application off, where neither requests nor pages are seen and so no session may be ended; or on again,
     * where nothing is certain for a while.
     */
    public void switchOff(boolean off) {
        if (this.off && !off) {
            holdAll(); // before it is on
        }
        this.off = off;
        judgeAnew();
    }

    /**
     * Ends one session as an operator wishes, off the calling thread.
     *
     * @param number as listed
     * @return false if there is no such session, or it is ending already
     */
    public boolean expire(long number) {
        for (TrackedSession session : all()) {
            if (session.number() == number) {
                boolean claimed = session.claimForOperator();
                if (claimed) {
                    reaper.carryOut(session);
                }
                return claimed;
            }
        }
        return false;
    }

    /** Ends a session if it is still due. Called by the reaper's workers. */
    void judge(TrackedSession tracked) {
        boolean claimed;
        try {
            claimed = tracked.claimIfDue(now());
        } catch (RuntimeException | Error fault) {
            failedToJudge(tracked, fault);
            return;
        }
        if (claimed) {
            carryOut(tracked);
        }
    }

    /** Whoever has claimed the session meanwhile goes on with its end, and tells what comes of it. */
    void failedToJudge(TrackedSession tracked, Throwable fault) {
        try {
            if (tracked.postpone()) {
                failedEnds.livesOn(fault);
            }
        } catch (RuntimeException | Error again) {
            reaper.mayHaveLost(); // no memory for that either
        }
    }

    /** Carries an end out that was claimed. Called by the reaper's workers. */
    void carryOut(TrackedSession tracked) {
        try {
            end(tracked);
        } catch (RuntimeException | Error fault) {
            failed(tracked, fault);
        }
    }

    /** Runs the application's listeners, so it may throw. */
    private void end(TrackedSession tracked) {
        Object session = tracked.get();
        if (session == null) {
            return; // the container dropped it meanwhile
        }
        if (!store.holds(session)) {
            forget(tracked); // else it would be judged again and again until it is collected
            return;
        }
        if (tracked.isClaimedByVerdict()) {
            // Before the end, so that the request is counted that comes in the midst of it.
            falseExpiries.ending(store.id(session), now(), keptByContainerUntil(tracked, session));
        }
        store.expire(session);
        if (spareIfNotEnded(tracked)) {
            failedEnds.nothingDone();
        }
    }

    /** An end that was claimed was to be carried out, and this came of it. */
    void failed(TrackedSession tracked, Throwable fault) {
        try {
            if (spareIfNotEnded(tracked)) {
                failedEnds.livesOn(fault);
            } else {
                failedEnds.endedBut(fault);
            }
        } catch (RuntimeException | Error again) {
            reaper.mayHaveLost(); // as above
        }
    }

    /** Until when the session would have lived without us; for ever if it has no timeout. */
    private long keptByContainerUntil(TrackedSession tracked, Object session) {
        long timeout = store.timeoutMillis(session);
        return timeout <= 0 ? Long.MAX_VALUE : tracked.lastUse() + timeout;
    }

    /** A session whose end was to be carried out, but has not come, lives on and is judged again; false if it has come. */
    private boolean spareIfNotEnded(TrackedSession tracked) {
        boolean spared = tracked.spareIfNotEnded();
        if (spared) {
            falseExpiries.spared(idOf(tracked.get()), now());
        }
        return spared;
    }

    /**
     * A real request names a session that the container does not find, or that is being ended. If Lasttab has ended it, by a
     * verdict, that was a false expiry. Requests for the endpoint are no real ones.
     *
     * @param id as the application knows it: without the node's name, where the container adds one; null for none
     */
    public void missed(String id) {
        long sinceEnd = falseExpiries.named(id, now());
        if (sinceEnd != FalseExpiries.NONE) {
            tell(new FalseExpiryInfo(WallClock.now(), MaskedId.of(id), true, sinceEnd));
        }
    }

    void exited(TrackedSession session, ExitCause cause, ExitInfo exit) {
        forget(session);
        exits.get(cause).increment();
        synchronized (recentExits) {
            if (recentExits.size() == RECENT_EXITS) {
                recentExits.removeFirst();
            }
            recentExits.addLast(exit);
        }
        tell(exit);
    }

    void wouldHaveExited(ExitCause cause, ExitInfo exit) {
        wouldHaveExited.get(cause).increment();
        tell(exit);
    }

    private void tell(ExitInfo exit) {
        for (Consumer<ExitInfo> listener : exitListeners) {
            listener.accept(exit);
        }
    }

    /**
     * Tells of each end from now on, and in observe mode of those that would have been.
     *
     * @param listener called on whatever thread ends the session, with locks held: it must not wait and must not throw
     */
    public void onExit(Consumer<ExitInfo> listener) {
        exitListeners.add(listener);
    }

    /**
     * When the container's own timeout will end the session if it is not used any more.
     *
     * @param idleMillis how long it has not been used
     * @return milliseconds since 1970; -1 if never
     */
    long timesOutAtMillis(TrackedSession session, long idleMillis) {
        Object containersSession = session.get();
        long timeout = containersSession == null ? 0 : store.timeoutMillis(containersSession);
        if (timeout <= 0) {
            return -1;
        }
        return WallClock.now() + Math.max(0, timeout - idleMillis);
    }

    /** A request uses a session that would have been ended so long ago. */
    void wouldHaveBeenFalse(String maskedId, long millis) {
        wouldHaveBeenFalse.get(SinceEnd.of(millis)).increment();
        tell(new FalseExpiryInfo(WallClock.now(), maskedId, false, Math.max(0, millis)));
    }

    private void tell(FalseExpiryInfo falseExpiry) {
        for (Consumer<FalseExpiryInfo> listener : falseExpiryListeners) {
            listener.accept(falseExpiry);
        }
    }

    /**
     * Tells of each false expiry from now on, and in observe mode of those that would have been.
     *
     * @param listener called on the thread of the request, with locks held: it must not wait and must not throw
     */
    public void onFalseExpiry(Consumer<FalseExpiryInfo> listener) {
        falseExpiryListeners.add(listener);
    }

    /** Until when sessions of other contexts that share this one's id have a reason to live; the past if there are none. */
    long deadlineOfOthers(TrackedSession session) {
        Object containersSession = session.get();
        long latest = Long.MIN_VALUE;
        if (containersSession != null) {
            for (TrackedSession other : store.sharingTheIdOf(containersSession)) {
                latest = Math.max(latest, other.reasonToLive());
            }
        }
        return latest;
    }

    /** How long the container has not seen the session used; below 0 if it does not know. */
    long idleMillis(TrackedSession session) {
        Object containersSession = session.get();
        return containersSession == null ? Long.MAX_VALUE : store.idleMillis(containersSession);
    }

    /**
     * Whether pages are known by the addresses of their documents. It takes one that is, and lasts for some that are not: no
     * address fits, but for one by chance, where a proxy in front maps them to others, and where browsers are kept from telling
     * them. There any page settles any document.
     *
     * @param match whether the page that speaks now, while documents are waited for, tells the address of one of them
     */
    boolean areAddressesTold(boolean match) {
        return misfitsAllowed.updateAndGet(left -> match ? MISFITS : Math.max(0, left - 1)) > 0;
    }

    void scheduleBy(TrackedSession session, long at) {
        reaper.scheduleBy(session, at);
    }

    long now() {
        return reaper.now();
    }

    /** See {@link Reaper#nowOrLater}. */
    long nowOrLater() {
        return reaper.nowOrLater();
    }

    Policy policy() {
        return policy;
    }

    boolean isObserving() {
        return observing;
    }

    /** Until when no session may be ended; {@link Verdict#NEVER} if none at all, as things stand. */
    long heldUntil() {
        return off ? Verdict.NEVER : heldUntil;
    }

    String idOf(Object session) {
        return session == null ? null : store.id(session);
    }

    /** How many sessions are tracked now. */
    public int count() {
        forgetCollected();
        return sessions.size();
    }

    /** How many pages are open now, in all sessions. */
    public int openPages() {
        return all().stream().mapToInt(TrackedSession::openPages).sum();
    }

    /** How many of the tracked sessions are in each state now; every state is there. */
    public Map<TrackedSession.State, Long> countsByState() {
        Map<TrackedSession.State, Long> counts = new EnumMap<>(TrackedSession.State.class);
        for (TrackedSession.State state : TrackedSession.State.values()) {
            counts.put(state, 0L);
        }
        sessions.forEach(session -> counts.merge(session.state(), 1L, Long::sum));
        return counts;
    }

    private List<TrackedSession> all() {
        List<TrackedSession> all = new ArrayList<>();
        sessions.forEach(all::add);
        return all;
    }

    /** Some of the sessions, oldest first. */
    public List<SessionInfo> list(int offset, int limit) {
        List<TrackedSession> all = all();
        all.sort(Comparator.comparingLong(TrackedSession::number));
        long now = now();
        List<SessionInfo> some = new ArrayList<>();
        for (int i = Math.max(0, offset); i < all.size() && some.size() < limit; i++) {
            some.add(all.get(i).info(now));
        }
        return some;
    }

    /** The last ends, oldest first; at most {@value #RECENT_EXITS}. */
    public List<ExitInfo> recentExits() {
        synchronized (recentExits) {
            return new ArrayList<>(recentExits);
        }
    }

    /** How many sessions ended, by cause; every cause is there. */
    public Map<ExitCause, LongAdder> exits() {
        return exits;
    }

    /** How many sessions would have been ended but for observe mode, by cause. */
    public Map<ExitCause, LongAdder> wouldHaveExited() {
        return wouldHaveExited;
    }

    /**
     * How many ended sessions were named by a real request afterwards, by the time between: false expiries. Of each session
     * only the first such request counts. Ends by an operator are not Lasttab's mistakes and do not count.
     */
    public Map<SinceEnd, LongAdder> falseExpiries() {
        return falseExpiries.counts();
    }

    /** How many sessions were used by a real request after they would have been ended but for observe mode; likewise. */
    public Map<SinceEnd, LongAdder> wouldHaveBeenFalse() {
        return wouldHaveBeenFalse;
    }

    /** Counts from zero again. What was counted at this very moment may be lost. */
    public void resetCounters() {
        exits.values().forEach(LongAdder::reset);
        wouldHaveExited.values().forEach(LongAdder::reset);
        falseExpiries.counts().values().forEach(LongAdder::reset);
        wouldHaveBeenFalse.values().forEach(LongAdder::reset);
        failedEnds.reset();
    }

    /** How many ends have failed: their sessions live on, or the container's store keeps them. */
    public long failedExpiries() {
        return failedEnds.count();
    }
}
