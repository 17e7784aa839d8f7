package io.lasttab.core.session;

import java.util.Arrays;

/**
 * The pages of one session, packed. Not safe for concurrent use: the ledger's lock guards it.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>a page id stands here at most once;
 *   <li>a page's sequence number never falls;
 *   <li>at most {@value #MAX_PAGES} pages are kept; among them at most {@value #MAX_LEFT} that have left (CACHED, AWAY or
 *       GONE), of which the one longest silent gives way first, those that are AWAY last as long as they are few. To forget
 *       one is safe: should it speak again, it counts as open; and that it is away is remembered without its name.
 * </ul>
 */
class Pages {

    /*
     * Two longs for a page: its name, and one word that holds when it was last heard of (40 bits of milliseconds: 34 years),
     * its highest sequence number (22 bits) and its state (2 bits). The array is as long as there are pages. A session with
     * two pages so takes 48 bytes here; two objects would take 120, and a server may hold a million sessions.
     *
     * The name is the 128 bits of the page's id mixed into 64. They are random, so not one session in 10^15 with as many pages
     * as there can be has two pages of one name; who chooses his pages' ids himself can harm no session but his own.
     */

    static final int MAX_PAGES = 64;
    static final int MAX_LEFT = 8;
    static final int MAX_AWAY = 4;
    static final int MAX_SEQUENCE = (1 << 22) - 1;

    private static final int WORDS = 2;
    private static final int STATE_BITS = 2;
    private static final int HEARD_SHIFT = 24;
    private static final long NEVER = -1;
    private static final long[] NONE = {};

    private long[] words = NONE;
    Nameless nameless; // null if there is none

    /** The page's index; -1 if it is not known. Indexes hold until the next {@link #add}. */
    int find(long idHigh, long idLow) {
        return indexOf(name(idHigh, idLow));
    }

    private static long name(long idHigh, long idLow) {
        return idHigh * 0x9E3779B97F4A7C15L ^ idLow; // so that ids that differ in a few places have names that differ
    }

    private int indexOf(long name) {
        for (int i = 0; i < count(); i++) {
            if (words[i * WORDS] == name) {
                return i;
            }
        }
        return -1;
    }

    int count() {
        return words.length / WORDS;
    }

    /** Those that may go on in a session that follows on this one: the open ones, and those that are expected back. */
    Pages copyOfOpenAndAway() {
        Pages copy = new Pages();
        copy.awayWithoutName(namelessAway());
        for (int i = 0; i < count(); i++) {
            if (state(i) == PageState.OPEN || state(i) == PageState.AWAY) {
                copy.addNamed(words[i * WORDS], state(i), sequence(i), heard(i));
            }
        }
        return copy;
    }

    /**
     * Adds all of another session that are not known yet.
     *
     * @return how many
     */
    int addAll(Pages others) {
        int added = 0;
        for (int i = 0; i < others.count(); i++) {
            long name = others.words[i * WORDS];
            if (indexOf(name) < 0) {
                addNamed(name, others.state(i), others.sequence(i), others.heard(i));
                added++;
            }
        }
        awayWithoutName(others.namelessAway());
        return added;
    }

    PageState state(int page) {
        return PageState.of((int) words[page * WORDS + 1] & (1 << STATE_BITS) - 1);
    }

    int sequence(int page) {
        return (int) (words[page * WORDS + 1] >>> STATE_BITS) & MAX_SEQUENCE;
    }

    long heard(int page) {
        return words[page * WORDS + 1] >>> HEARD_SHIFT;
    }

    @SuppressWarnings("EnumOrdinal") // two bits in memory, never stored or sent
    void set(int page, PageState state, int sequence, long heard) {
        words[page * WORDS + 1] = heard << HEARD_SHIFT | (long) sequence << STATE_BITS | state.ordinal();
    }

    /**
     * Adds a page that is not known yet.
     *
     * @return false if there are too many to count
     */
    boolean add(long idHigh, long idLow, PageState state, int sequence, long heard) {
        return addNamed(name(idHigh, idLow), state, sequence, heard);
    }

    private boolean addNamed(long name, PageState state, int sequence, long heard) {
        boolean full = count() == MAX_PAGES;
        int page = full || countLeft() >= MAX_LEFT ? forgetOneOfThoseLeft() : -1;
        if (page < 0 && full) {
            return false;
        }
        if (page < 0) {
            page = count();
            words = Arrays.copyOf(words, words.length + WORDS);
        }
        words[page * WORDS] = name;
        set(page, state, sequence, heard);
        return true;
    }

    /** Marks a page as CACHED, AWAY or GONE. */
    void leave(int page, PageState state, int sequence, long heard) {
        set(page, state, sequence, heard);
        if (countLeft() > MAX_LEFT) {
            int last = words.length - WORDS;
            System.arraycopy(words, last, words, forgetOneOfThoseLeft() * WORDS, WORDS);
            words = Arrays.copyOf(words, last);
        }
    }

    private int countLeft() {
        return count() - count(PageState.OPEN);
    }

    /** Forgets one of those that have left; returns its index, which is free for another; -1 if none has. */
    private int forgetOneOfThoseLeft() {
        int oldest = longestSilent(count(PageState.AWAY) > MAX_AWAY);
        if (oldest < 0) {
            oldest = longestSilent(true);
        }
        if (oldest >= 0 && state(oldest) == PageState.AWAY) {
            awayWithoutName(heard(oldest));
        }
        return oldest;
    }

    /** The index of the page longest silent of those that are AWAY, or of the others that have left; -1 if none. */
    private int longestSilent(boolean away) {
        int oldest = -1;
        for (int i = 0; i < count(); i++) {
            PageState state = state(i);
            boolean asked = away ? state == PageState.AWAY : state == PageState.CACHED || state == PageState.GONE;
            if (asked && (oldest < 0 || heard(i) < heard(oldest))) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** Somebody is away of whom no page is known, so that only time can tell that he does not come back. */
    void awayWithoutName(long since) {
        if (since >= 0) {
            nameless().awaySince = Math.max(nameless().awaySince, since);
        }
    }

    /** Since when somebody has been away of whom no page is known; -1 if nobody is. */
    long namelessAway() {
        return nameless == null ? NEVER : nameless.awaySince;
    }

    final Nameless nameless() {
        if (nameless == null) {
            nameless = new Nameless();
        }
        return nameless;
    }

    /**
     * All that are away are so anew: one of them was sent on to yet another site, and it is not known which.
     *
     * @param since those who left before are not expected back any more
     * @return whether any is away
     */
    boolean stillAway(long since, long now) {
        boolean any = false;
        for (int i = 0; i < count(); i++) {
            if (state(i) == PageState.AWAY && heard(i) >= since) {
                set(i, PageState.AWAY, sequence(i), Math.max(now, heard(i)));
                any = true;
            }
        }
        if (namelessAway() >= 0 && namelessAway() >= since) {
            awayWithoutName(now);
            any = true;
        }
        return any;
    }

    /** Since when a page has been away, the latest of them; -1 if none is. */
    long lastAway() {
        long latest = namelessAway();
        for (int i = 0; i < count(); i++) {
            if (state(i) == PageState.AWAY) {
                latest = Math.max(latest, heard(i));
            }
        }
        return latest;
    }

    /** How many pages are in a state. */
    int count(PageState state) {
        int n = 0;
        for (int i = 0; i < count(); i++) {
            if (state(i) == state) {
                n++;
            }
        }
        return n;
    }

    /** When an open page was last heard of; -1 if none is open. */
    long lastHeardOfOpen() {
        long latest = -1;
        for (int i = 0; i < count(); i++) {
            if (state(i) == PageState.OPEN) {
                latest = Math.max(latest, heard(i));
            }
        }
        return latest;
    }
}
