package io.lasttab.core.session;

import java.util.Arrays;

/**
 * The documents of one session that are on their way to their pages, and those in tabs of which nothing was heard so far.
 * Each stands with its own time and address, so that one that has spoken neither settles another one nor makes it younger.
 * Not safe for concurrent use: the ledger's lock guards it.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>at most {@value #MOST} documents in tabs are kept. One that gives way is told to the caller and is settled by nothing
 *       any more;
 *   <li>a page that says under which address it is shown settles a document of that address or none.
 * </ul>
 */
final class Documents {

    static final int MOST = 8;

    /** The address of a page that does not say it. */
    static final char UNKNOWN = 0;

    private static final long NEVER = -1;
    private static final int ADDRESS_BITS = 16;
    private static final long[] NONE = {};

    private long[] inTabs = NONE; // the time of each, and its address in the lowest bits; in the order of their sending
    private long othersSince = NEVER;
    private short others; // in frames, for scripts, or shown later
    private short repeats; // left for another try, as it seems
    private boolean repeatable; // the last one in a tab has not spoken, as far as is known

    /**
     * Sixteen bits of an address' hash.
     *
     * @param hash 0 if the address is unknown
     */
    static char shortened(int hash) {
        char address = (char) (hash ^ hash >>> ADDRESS_BITS);
        return hash != 0 && address == UNKNOWN ? 1 : address;
    }

    /**
     * A document is sent to a tab. One of the address that was sent last, and soon, is asked for again by a reload or a second
     * click; the first one is gone then.
     *
     * @return the time of the one that has given way; -1 if none has
     */
    long sentToTab(char address, long now, long boot) {
        int last = inTabs.length - 1;
        if (repeatable && address == address(last) && now - time(last) <= boot) {
            inTabs[last] = entry(Math.max(now, time(last)), address);
            anotherAt(now, boot);
            // The first one may have spoken all the same, so that the second one is still waited for.
            repeats = oneMore(repeats);
            return NEVER;
        }
        long givenUp = NEVER;
        if (inTabs.length == MOST) {
            givenUp = time(0);
            remove(0);
        }
        inTabs = Arrays.copyOf(inTabs, inTabs.length + 1); // short for as good as all sessions
        inTabs[inTabs.length - 1] = entry(now, address);
        repeatable = true; // only now: there may have been no memory for it
        return givenUp;
    }

    /** A document is sent that is not shown in a tab of its own, or not now. */
    void sentElsewhere(long now, long boot) {
        anotherAt(now, boot);
        others = oneMore(others);
    }

    private void anotherAt(long now, long boot) {
        if (now - othersSince > boot) {
            others = 0;
            repeats = 0;
        }
        othersSince = Math.max(othersSince, now);
    }

    private static short oneMore(short count) {
        return count == Short.MAX_VALUE ? count : (short) (count + 1);
    }

    /**
     * A page has spoken for the first time.
     *
     * @param address of its document, or {@link #UNKNOWN}: then it may be any that is waited for, so that the oldest goes
     * @param framed whether it is in a frame
     */
    void arrived(char address, boolean framed, long now, long boot) {
        boolean inTime = now - othersSince <= boot;
        if (framed && inTime && others > 0) {
            others--;
            return;
        }
        int document = find(address, now, boot);
        if (document >= 0) {
            remove(document);
            // What is still waited for may be another tab's: if this one is asked for again, it is not that.
            repeatable = false;
        } else if (inTime && others > 0) {
            others--;
        } else if (inTime && repeats > 0 && address == UNKNOWN) {
            repeats--;
        }
    }

    /** Whether a document of that address is waited for. */
    boolean isWaitedFor(char address, long now, long boot) {
        return address != UNKNOWN && find(address, now, boot) >= 0;
    }

    /** Whether any document in a tab is waited for. */
    boolean isAnyWaitedFor(long now, long boot) {
        return find(UNKNOWN, now, boot) >= 0;
    }

    /** The oldest of those that were sent within {@code boot}; -1 if there is none. */
    private int find(char address, long now, long boot) {
        for (int i = 0; i < inTabs.length; i++) {
            if ((address == UNKNOWN || address == address(i)) && now - time(i) <= boot) {
                return i;
            }
        }
        return -1;
    }

    private void remove(int document) {
        long[] rest = inTabs.length == 1 ? NONE : new long[inTabs.length - 1];
        System.arraycopy(inTabs, 0, rest, 0, document);
        System.arraycopy(inTabs, document + 1, rest, document, rest.length - document);
        inTabs = rest;
    }

    private static long entry(long time, char address) {
        return time << ADDRESS_BITS | address;
    }

    private long time(int document) {
        return inTabs[document] >>> ADDRESS_BITS;
    }

    private char address(int document) {
        return (char) inTabs[document];
    }

    boolean isEmpty() {
        return inTabs.length == 0 && others == 0 && repeats == 0;
    }

    /** When the last one in a tab was sent of which nothing was heard; -1 if there is none. */
    long lastInTab() {
        long latest = NEVER;
        for (int i = 0; i < inTabs.length; i++) {
            latest = Math.max(latest, time(i));
        }
        return latest;
    }

    /** When the last one was sent that has not spoken, wherever it is shown; -1 if all have. */
    long last() {
        return others > 0 || repeats > 0 ? Math.max(othersSince, lastInTab()) : lastInTab();
    }
}
