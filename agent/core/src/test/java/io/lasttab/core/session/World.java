package io.lasttab.core.session;

import io.lasttab.core.session.PageMessage.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A user's browser, the network and one session, small enough to go through everything that can happen: the truth that a
 * {@link Ledger} with its {@link Verdict} is held against. The oracle looks only at what really is and at which words have
 * arrived, never at the ledger.
 *
 * <p>What is promised, and therefore what is assumed of a world in which it can be kept:
 *
 * <ul>
 *   <li>A page is protected once a word has arrived that it said since it was shown last, and for {@code lost} after its
 *       newest word that arrived. An open page of which nothing arrives for so long is given up by design.
 *   <li>Until then its document protects it for {@code lost}, as it does the user whom a document sends on before its script
 *       can run.
 *   <li>A page that comes back from the back-forward cache is protected by the grace of its bye until its hello arrives. It
 *       says hello instead of alive until one was answered, so that one lost word does not hide it.
 *   <li>Every first hello tells the address of its document, which no other document has. It may be that of a document which the
 *       server has not sent: out of the browser's own cache, or prerendered before.
 *   <li>A user who is sent away by a page is expected for {@code sent-away} from when its bye has arrived, until that page or
 *       the next one in its tab is shown; by a redirect, if that bye arrives within {@code boot} of it. If he comes back only
 *       to be redirected away again, the time begins anew.
 *   <li>A user who is redirected away and was in none of the pages is expected for {@code sent-away} from the redirect, unless
 *       a page leaves within {@code boot} of it while no document is on its way: it is believed to be that one's.
 *   <li>Who departs is expected for the grace of his own departure, whoever departs after him. A request begins the grace of
 *       the last departure anew. Where so many have left that some are forgotten, an old bye may be taken for the last one.
 *   <li>Apart from that, words arrive in any order, twice, or not at all.
 * </ul>
 */
final class World {

    static final long CLOSED = 1;
    static final long LEFT = 2;
    static final long BOOT = 3;
    static final long AWAY = 4;
    static final long LOST = 5;
    static final Policy POLICY = new Policy(CLOSED, LEFT, AWAY, LOST, BOOT, host -> false);

    private static final long OLDEST = 2 * LOST + 1; // two times a grace apart still differ
    private static final int MAX_RUNNING = 2;
    private static final int ARGUMENTS = 256;

    /** What can happen; some of it to a page or to a word that is under way. */
    enum Event {
        TIME,
        REQUEST_STARTS,
        REQUEST_ENDS,
        DOCUMENT_SERVED,
        DOCUMENT_SERVED_AGAIN,
        UNSEEN_PAGE_SERVED,
        SCRIPT_RUNS,
        SCRIPT_RUNS_IN_A_CACHED_DOCUMENT,
        FRAME_OF_OURS,
        CLOSED_WHILE_LOADING,
        ALIVE,
        CLOSE,
        LEAVE,
        SENT_AWAY_BY_THE_PAGE,
        REDIRECTED_AWAY,
        SENT_AWAY_BY_THE_REDIRECT,
        RETURN,
        SCRIPT_RUNS_IN_THE_TAB_OF_ANOTHER_PAGE,
        CRASH,
        WORD_ARRIVES,
        WORD_ARRIVES_BUT_NOT_FOR_THE_LAST_TIME,
        WORD_IS_LOST;

        private static final Event[] ALL = values();
    }

    private enum Phase {
        NOT_YET,
        LOADING,
        OPEN,
        CACHED,
        AWAY,
        GONE
    }

    private static final class Page implements Cloneable {
        Phase phase = Phase.NOT_YET;
        long servedAt = -1;
        int said; // the sequence number of its latest word
        int shownSince; // the sequence number of the first word since it was shown last
        boolean greeted; // a hello said since then was answered
        int newest; // the highest sequence number of the words that have arrived
        long newestAt = -1;
        boolean newestIsBye;
        boolean newestIsCached;
        boolean settled; // the server has been told that its document arrived
        long awayAt = -1; // since when the server believes it to be away
        int before = -1; // the page that its tab showed before, as its hello says
        int lastOfBefore; // and the sequence number of that one's last word

        Page copy() {
            try {
                return (Page) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }

        /** Whether the page is there and a word of its present showing has arrived. */
        boolean isHeard() {
            return phase == Phase.OPEN && newest >= shownSince && newest > 0;
        }

        boolean isBelievedOpen() {
            return newest > 0 && !newestIsBye;
        }
    }

    private static final class Word {
        final int page;
        final Kind kind;
        final int sequence;
        final boolean cached;
        final boolean away;
        final int before;
        final int lastOfBefore;
        final long late; // when it is too late for it to arrive; -1 if it never is

        Word(int page, Kind kind, int sequence, boolean cached, boolean away, int before, int last, long late) {
            this.page = page;
            this.kind = kind;
            this.sequence = sequence;
            this.cached = cached;
            this.away = away;
            this.before = before;
            this.lastOfBefore = last;
            this.late = late;
        }

        PageMessage message() {
            PageMessage after =
                    before < 0 ? null : new PageMessage(Kind.BYE, 7, before, lastOfBefore, false, null, null);
            return new PageMessage(kind, 7, page, sequence, cached, away ? "pay.example" : null, after).from(page + 1);
        }
    }

    private final Ledger ledger;
    private final Page[] pages;
    private final List<Word> underWay;
    private final int mostUnderWay;
    private long now;
    private int running;
    private boolean confirmed;
    private long lastActivity;
    private long closedAt = -1;
    private long leftAt = -1;
    private long surelyLeftAt = -1; // if forgetful: the server knows that
    private long perhapsClosedAt = -1; // likewise: it may have taken an old bye for one more departure
    private long lastDocument = -1;
    private long lastSurplus = -1; // was left for another try, so it never speaks
    private long lastUnseen = -1;
    private long lastWord = -1;
    private long lastRedirect = -1;
    private boolean redirectUnclaimed;
    private long lastAway = -1; // of whatever page, and however it went on
    private long namelessAway = -1;

    World(int mostPages, int mostUnderWay) {
        this.ledger = new Ledger();
        this.pages = new Page[mostPages];
        Arrays.setAll(pages, i -> new Page());
        this.underWay = new ArrayList<>();
        this.mostUnderWay = mostUnderWay;
    }

    private World(World other) {
        ledger = LedgerState.copy(other.ledger);
        pages = new Page[other.pages.length];
        Arrays.setAll(pages, i -> other.pages[i].phase == Phase.NOT_YET ? other.pages[i] : other.pages[i].copy());
        underWay = new ArrayList<>(other.underWay);
        mostUnderWay = other.mostUnderWay;
        now = other.now;
        running = other.running;
        confirmed = other.confirmed;
        lastActivity = other.lastActivity;
        closedAt = other.closedAt;
        leftAt = other.leftAt;
        surelyLeftAt = other.surelyLeftAt;
        perhapsClosedAt = other.perhapsClosedAt;
        lastDocument = other.lastDocument;
        lastSurplus = other.lastSurplus;
        lastUnseen = other.lastUnseen;
        lastWord = other.lastWord;
        lastRedirect = other.lastRedirect;
        redirectUnclaimed = other.redirectUnclaimed;
        lastAway = other.lastAway;
        namelessAway = other.namelessAway;
    }

    /** This world after one more event. */
    World after(int event) {
        World next = new World(this);
        next.happen(event);
        return next;
    }

    /** All that can happen now. */
    int[] possible() {
        int[] events = new int[16 + pages.length * 10 + underWay.size() * 3];
        int n = 0;
        events[n++] = code(Event.TIME, 0);
        if (running < MAX_RUNNING) {
            events[n++] = code(Event.REQUEST_STARTS, 0);
        }
        boolean maySpeak = underWay.size() < mostUnderWay;
        if (running > 0) {
            events[n++] = code(Event.REQUEST_ENDS, 0);
            events[n++] = code(Event.UNSEEN_PAGE_SERVED, 0);
            events[n++] = code(Event.REDIRECTED_AWAY, 0);
        }
        for (int i = 0; i < pages.length; i++) {
            Page page = pages[i];
            if (page.phase == Phase.NOT_YET) {
                if (running > 0) {
                    events[n++] = code(Event.DOCUMENT_SERVED, i);
                }
                if (maySpeak) {
                    events[n++] = code(Event.SCRIPT_RUNS_IN_A_CACHED_DOCUMENT, i);
                }
                break; // which of those that were never there comes next makes no difference
            }
            if (page.phase == Phase.LOADING) {
                events[n++] = code(Event.CLOSED_WHILE_LOADING, i);
                if (running > 0) {
                    events[n++] = code(Event.DOCUMENT_SERVED_AGAIN, i);
                }
                if (maySpeak) {
                    events[n++] = code(Event.SCRIPT_RUNS, i);
                    if (pageBefore() >= 0) {
                        events[n++] = code(Event.SCRIPT_RUNS_IN_THE_TAB_OF_ANOTHER_PAGE, i);
                    }
                    events[n++] = code(Event.FRAME_OF_OURS, i);
                }
            } else if (page.phase == Phase.OPEN) {
                events[n++] = code(Event.CRASH, i);
                if (maySpeak) {
                    events[n++] = code(Event.ALIVE, i);
                    events[n++] = code(Event.CLOSE, i);
                    events[n++] = code(Event.LEAVE, i);
                    events[n++] = code(Event.SENT_AWAY_BY_THE_PAGE, i);
                    if (isRedirecting()) {
                        events[n++] = code(Event.SENT_AWAY_BY_THE_REDIRECT, i);
                    }
                }
            } else if (page.phase == Phase.CACHED || page.phase == Phase.AWAY) {
                events[n++] = code(Event.CRASH, i);
                if (maySpeak) {
                    events[n++] = code(Event.RETURN, i);
                }
            }
        }
        for (int i = 0; i < underWay.size(); i++) {
            events[n++] = code(Event.WORD_ARRIVES, i);
            events[n++] = code(Event.WORD_ARRIVES_BUT_NOT_FOR_THE_LAST_TIME, i);
            events[n++] = code(Event.WORD_IS_LOST, i);
        }
        return Arrays.copyOf(events, n);
    }

    @SuppressWarnings("EnumOrdinal") // a compact name for an event, never kept
    private static int code(Event event, int argument) {
        return event.ordinal() * ARGUMENTS + argument;
    }

    static String name(int event) {
        return Event.ALL[event / ARGUMENTS] + "(" + event % ARGUMENTS + ")";
    }

    static String names(List<Integer> events) {
        return events.stream().map(World::name).collect(Collectors.joining(" "));
    }

    void happen(int event) {
        int at = event % ARGUMENTS;
        switch (Event.ALL[event / ARGUMENTS]) {
            case TIME -> timePasses();
            case REQUEST_STARTS -> {
                running++;
                lastActivity = now;
                ledger.requestStarted();
            }
            case REQUEST_ENDS -> {
                running--;
                lastActivity = now;
                ledger.requestEnded(now);
            }
            case DOCUMENT_SERVED -> {
                pages[at] = pages[at].copy();
                pages[at].phase = Phase.LOADING;
                served(at);
            }
            case DOCUMENT_SERVED_AGAIN -> {
                lastSurplus = now;
                served(at);
            }
            case UNSEEN_PAGE_SERVED -> {
                lastUnseen = now;
                ledger.unseenPageServed(now);
            }
            case SCRIPT_RUNS -> shown(at);
            case SCRIPT_RUNS_IN_A_CACHED_DOCUMENT -> {
                pages[at] = pages[at].copy();
                shown(at);
            }
            case SCRIPT_RUNS_IN_THE_TAB_OF_ANOTHER_PAGE -> {
                int before = pageBefore();
                pages[at].before = before;
                pages[at].lastOfBefore = pages[before].said;
                pages[before].phase = Phase.CACHED;
                shown(at);
            }
            case FRAME_OF_OURS -> {
                say(at, Kind.FRAMED, false, false, -1);
                pages[at].phase = Phase.GONE; // its top page speaks for it
            }
            case ALIVE -> say(at, pages[at].greeted ? Kind.ALIVE : Kind.HELLO, false, false, -1);
            case CLOSE -> leave(at, Phase.GONE, false, -1);
            case LEAVE -> leave(at, Phase.CACHED, false, -1);
            case SENT_AWAY_BY_THE_PAGE -> leave(at, Phase.AWAY, true, -1);
            case REDIRECTED_AWAY -> redirected();
            case SENT_AWAY_BY_THE_REDIRECT -> leave(at, Phase.AWAY, false, lastRedirect + BOOT + 1);
            case RETURN -> {
                pages[at].before = -1;
                shown(at);
            }
            case CRASH, CLOSED_WHILE_LOADING -> pages[at].phase = Phase.GONE;
            case WORD_ARRIVES -> arrive(underWay.remove(at));
            case WORD_ARRIVES_BUT_NOT_FOR_THE_LAST_TIME -> arrive(underWay.get(at));
            case WORD_IS_LOST -> underWay.remove(at);
        }
    }

    private void served(int page) {
        pages[page].servedAt = now;
        lastDocument = now;
        ledger.documentServed(page + 1, now, BOOT);
    }

    private void timePasses() {
        now++;
        underWay.removeIf(word -> word.late >= 0 && now >= word.late);
    }

    private boolean isRedirecting() {
        return lastRedirect >= 0 && now <= lastRedirect + BOOT;
    }

    /** A page that has left, in whose tab the next one is shown: one that is away, if there is any; -1 if none. */
    private int pageBefore() {
        int before = -1;
        for (int i = 0; i < pages.length && pages[i].phase != Phase.NOT_YET; i++) {
            if (pages[i].phase == Phase.AWAY || (before < 0 && pages[i].phase == Phase.CACHED)) {
                before = i;
                if (pages[i].phase == Phase.AWAY) {
                    break;
                }
            }
        }
        return before;
    }

    private void redirected() {
        ledger.redirectedAway(now, POLICY);
        boolean expected = namelessAway >= 0 && namelessAway + AWAY >= now;
        if (expected) {
            namelessAway = now;
        }
        boolean anyOpen = false;
        for (int i = 0; i < pages.length && pages[i].phase != Phase.NOT_YET; i++) {
            anyOpen |= pages[i].isBelievedOpen();
            if (pages[i].awayAt >= 0 && pages[i].awayAt + AWAY >= now) {
                pages[i] = pages[i].copy();
                pages[i].awayAt = now;
                expected = true;
            }
        }
        if (redirectUnclaimed) {
            namelessAway = Math.max(namelessAway, lastRedirect);
        }
        lastRedirect = now;
        redirectUnclaimed = confirmed && !expected && anyOpen;
        if (confirmed && !expected && !anyOpen) {
            namelessAway = now;
        }
        lastAway = now;
    }

    /** When the last of the documents was served that have not spoken; -1 if all have. */
    private long lastSilentDocument() {
        long last = lastSurplus;
        for (int i = 0; i < pages.length && pages[i].phase != Phase.NOT_YET; i++) {
            last = pages[i].settled ? last : Math.max(last, pages[i].servedAt);
        }
        return last;
    }

    private void shown(int page) {
        pages[page].phase = Phase.OPEN;
        pages[page].shownSince = pages[page].said + 1;
        pages[page].greeted = false;
        say(page, Kind.HELLO, false, false, -1);
    }

    private void leave(int page, Phase phase, boolean away, long late) {
        pages[page].phase = phase;
        say(page, Kind.BYE, phase != Phase.GONE, away, late);
    }

    private void say(int at, Kind kind, boolean cached, boolean away, long late) {
        Page page = pages[at];
        int before = kind == Kind.HELLO ? page.before : -1;
        underWay.add(new Word(at, kind, ++page.said, cached, away, before, page.lastOfBefore, late));
    }

    private void arrive(Word word) {
        ledger.heard(word.message(), now, POLICY);
        lastWord = now;
        if (word.before >= 0) {
            hasLeft(pages[word.before], word.lastOfBefore);
        }
        Page page = pages[word.page];
        boolean first = page.newest == 0;
        if (word.kind == Kind.FRAMED) {
            page.settled |= now - page.servedAt <= BOOT; // later it is waited for no more, and counts as silent
            return;
        }
        boolean newest = word.sequence > page.newest;
        if (word.kind == Kind.BYE) {
            if (isForgetful() && !word.cached) {
                perhapsClosedAt = now;
            }
            if (newest && page.isBelievedOpen()) {
                departedFromOpen(word.cached);
                if (isRedirecting() && lastSilentDocument() < lastRedirect) {
                    redirectUnclaimed = false;
                }
            }
            if (newest && (word.away || isRedirecting())) {
                page.awayAt = now;
                lastAway = now;
            }
        } else if (word.kind == Kind.HELLO) {
            page.settled |= first && word.sequence == 1;
            page.greeted |= word.sequence >= page.shownSince;
            if (!newest && !confirmed) {
                departed(page.newestIsCached || page.awayAt >= 0); // forgetful: or it counts as open
                page.settled = word.sequence == 1;
            }
            confirmed = true;
        }
        if (newest) {
            page.newest = word.sequence;
            page.newestAt = now;
            page.newestIsBye = word.kind == Kind.BYE;
            page.newestIsCached = word.cached;
            if (word.kind == Kind.HELLO) {
                page.awayAt = -1;
            }
        }
    }

    /** The page in its tab has told of its last word, which is as good as to hear it. */
    private void hasLeft(Page page, int last) {
        if (page.newest == 0 || page.newest > last) {
            return;
        }
        if (page.isBelievedOpen()) {
            departedFromOpen(true);
        }
        page.newest = last;
        page.newestIsBye = true;
        page.awayAt = -1;
    }

    /** An open page is never forgotten, unless there were too many to count. */
    private void departedFromOpen(boolean cached) {
        departed(cached);
        if (cached && isForgetful() && !mayBeTooManyToCount()) {
            surelyLeftAt = now;
        }
    }

    private boolean mayBeTooManyToCount() {
        return Arrays.stream(pages).filter(page -> page.newest > 0).count() > Pages.MAX_PAGES;
    }

    private void departed(boolean cached) {
        if (cached) {
            leftAt = now;
        } else {
            closedAt = now;
        }
    }

    /** The grace of the last departure, which a request begins anew; the shorter one where it is not known which that was. */
    private long departureGrace() {
        long left = isForgetful() ? surelyLeftAt : leftAt;
        return left >= 0 && left >= Math.max(closedAt, perhapsClosedAt) ? LEFT : CLOSED;
    }

    private long departuresOverAt() {
        return Math.max(Math.max(after(closedAt, CLOSED), after(leftAt, LEFT)), lastActivity + departureGrace());
    }

    private static long after(long since, long grace) {
        return since < 0 ? 0 : since + grace;
    }

    /** What is wrong with the verdict as the world stands; null if nothing is. */
    String fault() {
        long deadline = Verdict.deadline(ledger, POLICY);
        String reason = reasonToLive();
        if (deadline <= now && reason != null) {
            return "wrong kill: " + reason;
        }
        if (confirmed && running == 0 && deadline > bound()) {
            return "late end: at " + deadline + " instead of " + bound() + ", it is " + now;
        }
        if (ledger.runningRequests() != running || ledger.count() > Pages.MAX_PAGES) {
            return "lost count";
        }
        return null;
    }

    private String reasonToLive() {
        if (!confirmed) {
            return "no page was ever confirmed";
        }
        if (running > 0) {
            return "a request is running";
        }
        if (now < lastUnseen + LOST && lastUnseen >= 0) {
            return "a page is shown that cannot speak";
        }
        if (now < departuresOverAt()) {
            return "the grace is not over";
        }
        if (now < namelessAway + AWAY && namelessAway >= 0 && !isForgetful()) {
            return "a new tab was redirected away";
        }
        if (redirectUnclaimed && now < lastRedirect + AWAY && !isForgetful()) {
            return "nobody is known who followed the redirect";
        }
        for (Page page : pages) {
            if (page.phase == Phase.AWAY && page.awayAt >= 0 && now < page.awayAt + AWAY) {
                return "the user is expected back";
            }
            if (page.phase == Phase.LOADING && now < page.servedAt + LOST) {
                return "a document is on its way, or has sent its user on";
            }
            if (page.isHeard() && now < lastSignOf(page) + LOST) {
                return "a page is open";
            }
        }
        return null;
    }

    /** Its last word; or the last request, unless a later word shows that this page, too, could have been heard. */
    private long lastSignOf(Page page) {
        return lastWord - page.newestAt > LOST ? page.newestAt : Math.max(page.newestAt, lastActivity);
    }

    /** When a session must have been ended of which nothing more is heard. */
    private long bound() {
        long bound = departuresOverAt();
        bound = lastUnseen < 0 ? bound : Math.max(bound, lastUnseen + LOST);
        bound = namelessAway < 0 ? bound : Math.max(bound, namelessAway + AWAY);
        bound = redirectUnclaimed ? Math.max(bound, lastRedirect + AWAY) : bound;
        boolean forgetful = isForgetful();
        bound = Math.max(bound, after(forgetful ? lastDocument : lastSilentDocument(), LOST));
        if (forgetful && lastAway >= 0) {
            bound = Math.max(bound, lastAway + AWAY);
        }
        for (Page page : pages) {
            if (page.awayAt >= 0) {
                bound = Math.max(bound, page.awayAt + AWAY);
            }
            if (page.isBelievedOpen() || forgetful) {
                bound = Math.max(bound, (forgetful ? now : lastSignOf(page)) + LOST);
            }
        }
        return bound;
    }

    /** Whether pages are forgotten: an old word of one opens it again, an old bye is one more departure, no return is told. */
    private boolean isForgetful() {
        return pages.length > Pages.MAX_LEFT;
    }

    /** The same for worlds with the same future. */
    long fingerprint() {
        long hash = LedgerState.hash(ledger, now, OLDEST, running);
        hash = LedgerState.mix(hash, bits(confirmed, redirectUnclaimed));
        hash = mixTimes(
                hash,
                lastActivity,
                closedAt,
                leftAt,
                surelyLeftAt,
                perhapsClosedAt,
                lastDocument,
                lastSurplus,
                lastUnseen,
                lastWord,
                lastRedirect,
                namelessAway);
        for (int i = 0; i < pages.length; i++) {
            Page page = pages[i];
            if (page.phase == Phase.NOT_YET) {
                break;
            }
            int index = ledger.find(7, i);
            hash = mixTimes(hash, page.servedAt, page.newestAt, page.awayAt, index < 0 ? -1 : ledger.heard(index));
            hash = LedgerState.mix(hash, before(page.before, page.lastOfBefore));
            hash = LedgerState.mix(
                    hash, index < 0 ? -1 : ledger.state(index).name().charAt(0));
            hash = LedgerState.mix(hash, page.phase.name().hashCode());
            hash = LedgerState.mix(
                    hash,
                    bits(
                            page.greeted,
                            page.newestIsBye,
                            page.newestIsCached,
                            page.settled,
                            page.isHeard(),
                            page.said == 0));
            // Of the words only their order counts, and which of them are newer than those that have arrived.
            for (Word word : underWay) {
                if (word.page == i) {
                    int inLedger = index < 0 ? 0 : ledger.sequence(index);
                    hash = LedgerState.mix(hash, word.kind.name().hashCode());
                    hash = LedgerState.mix(
                            hash,
                            bits(
                                    word.cached,
                                    word.sequence == 1,
                                    word.sequence > page.newest,
                                    word.sequence > inLedger,
                                    word.sequence >= page.shownSince,
                                    word.away,
                                    word.late >= 0));
                    hash = LedgerState.mix(hash, before(word.before, word.lastOfBefore));
                }
            }
        }
        return hash;
    }

    /** What can matter of a hello's word on the page before. */
    private int before(int page, int last) {
        if (page < 0) {
            return -1;
        }
        int index = ledger.find(7, page);
        boolean newInLedger = index >= 0 && last >= ledger.sequence(index);
        return page * 4 + bits(newInLedger, last >= pages[page].newest);
    }

    private long mixTimes(long hash, long... times) {
        for (long time : times) {
            hash = LedgerState.mix(hash, LedgerState.age(time, now, OLDEST));
        }
        return hash;
    }

    private static int bits(boolean... flags) {
        int bits = 1;
        for (boolean flag : flags) {
            bits = bits * 2 + (flag ? 1 : 0);
        }
        return bits;
    }
}
