package io.lasttab.core.session;

import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * The sessions that one request uses while it runs: none or one as a rule, two where a login puts a new one in the place of
 * another. Guarded by its own lock, as an application may ask for its session on threads of its own; an adapter that has more
 * to guard may use the same one, as taking it again costs next to nothing and taking another does not.
 */
public final class RequestSessions {

    /**
     * The first one, if {@link #used}; else that of the request before. It stays because most requests over one connection are
     * for one session: to write it anew each time would cost the garbage collector more than all else that is done here.
     */
    private TrackedSession first;

    private boolean open; // a request runs; if not, nothing is used
    private boolean used;
    private boolean cameWithIt; // the request uses the first one since before the application could run
    private final ArrayList<TrackedSession> others = new ArrayList<>(0);

    /** Makes what has no request yet; may be used for one request after the other. */
    public RequestSessions() {}

    /** A request begins, before its application runs. Nothing changes if it has begun already. */
    public synchronized void begin() {
        open = true;
    }

    /**
     * A request begins that names a session. The same as {@link #begin()} and {@link #use(Object, SessionTracker)}, but by one
     * lock instead of two.
     *
     * @param session the container's; null for none
     * @return false if the session is being ended
     */
    public synchronized boolean begin(Object session, SessionTracker tracker) {
        open = true;
        boolean inTime = session == null || use(session, tracker);
        cameWithIt = used;
        return inTime;
    }

    /** Whether a request runs. The thread that begins and ends it may ask without the lock. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Whether the request is known to use that session of the container's, without the lock: nearly every time that an
     * application asks for its session it is the one that the request came with. True is certain as long as the request runs;
     * false may also mean that it came later, such as one that is new, and only the lock tells.
     */
    @SuppressWarnings("GuardedBy")
    public boolean isSeenToUse(Object session) {
        // Both are written before the application can run and not again while it does, so all of its threads see them;
        // not so `used`, which may be seen with the first one of before. A thread that is left over from another
        // request may see that one's, and then nothing changes.
        TrackedSession seen = first;
        return cameWithIt && seen != null && seen.isOf(session);
    }

    /**
     * The request uses a session. May be told again and again; nothing is done if no request runs. That of the request before
     * need not be looked up.
     *
     * @param session the container's
     * @param tracker its application's
     * @return false if the session is being ended, so that the request comes too late for it
     */
    public synchronized boolean use(Object session, SessionTracker tracker) {
        if (!open || isUsing(session)) {
            return true;
        }
        boolean again = !used && first != null && first.isOf(session) && first.tracker() == tracker;
        return (again && start(first)) || start(tracker.track(session));
    }

    /**
     * The request has entered a session, by the container's own count: if that is being ended, it is not going to be, and
     * lives on with this request in it. May be told again and again; nothing is done if no request runs.
     */
    @SuppressWarnings("ReferenceEquality") // a session that was tracked anew is another one to us
    public synchronized void enter(TrackedSession session) {
        boolean known = used && (session == first || others.contains(session));
        if (open && !known) {
            makeRoom();
            session.requestEntered();
            add(session);
        }
    }

    /** Before anything begins, as there may be no memory for it. */
    private void makeRoom() {
        if (used) {
            others.ensureCapacity(others.size() + 1);
        }
    }

    private boolean start(TrackedSession session) {
        makeRoom();
        boolean inTime = session.requestStarted();
        if (inTime) {
            add(session);
        }
        return inTime;
    }

    private boolean isUsing(Object session) {
        if (!used || first.isOf(session)) {
            return used;
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).isOf(session)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private void add(TrackedSession session) {
        if (used) {
            others.add(session); // first: what was started is ended, whatever fails from here on
            session.follows(first);
            for (int i = 0; i < others.size() - 1; i++) {
                session.follows(others.get(i));
            }
            return;
        }
        if (first != session) {
            first = session;
        }
        used = true;
    }

    private void each(Consumer<TrackedSession> told) {
        if (used) {
            told.accept(first);
            others.forEach(told);
        }
    }

    /** Whether the request uses no session so far. */
    public synchronized boolean isEmpty() {
        return !used;
    }

    /**
     * A document with the tag is on its way in answer to the request.
     *
     * @param address a hash of what was asked for; 0 if it is not to be shown in a tab of its own
     */
    public synchronized void documentServed(int address) {
        each(session -> session.documentServed(address));
    }

    /** The answer to the request leads the user to that host, which is not the one that was asked. */
    public synchronized void redirectedTo(String host) {
        each(session -> session.redirectedTo(host));
    }

    /**
     * The request is over. Nothing is done if none runs.
     *
     * @param unseenPage whether its answer is shown as a page that cannot speak
     */
    public synchronized void end(boolean unseenPage) {
        try {
            if (unseenPage) {
                each(TrackedSession::unseenPageServed);
            }
        } finally { // there may be no memory to note the page, and a request that never ends would keep its session
            countDown();
        }
    }

    private void countDown() {
        try {
            if (used) {
                countDown(-1);
            }
        } finally {
            open = false;
            used = false;
            cameWithIt = false;
            others.clear();
        }
    }

    /** That one and all that follow, the first one being -1: what fails with one must not keep another for ever. */
    private void countDown(int index) {
        if (index < others.size()) {
            try {
                (index < 0 ? first : others.get(index)).requestEnded();
            } finally {
                countDown(index + 1);
            }
        }
    }
}
