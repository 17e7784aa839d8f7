package io.lasttab.core.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The measured error rate of one application: requests that name a session which Lasttab has ended. An id counts once,
 * with the first request that names it: what follows on the same mistake is no further one. Ids are kept as salted hashes
 * only, and no longer than the container itself would have kept the session. Safe for use by many threads.
 */
final class FalseExpiries {

    /** The answer for a request that is no false expiry. */
    static final long NONE = -1;

    /** No container makes ids that long: what is longer was made by someone else, and is not worth the time to hash it. */
    private static final int LONGEST_ID = 1_024;

    private final EndedIds ended = new EndedIds();
    private final Map<SinceEnd, LongAdder> counts = counters();

    /** A counter for each time. */
    static Map<SinceEnd, LongAdder> counters() {
        Map<SinceEnd, LongAdder> counters = new EnumMap<>(SinceEnd.class);
        for (SinceEnd each : SinceEnd.values()) {
            counters.put(each, new LongAdder());
        }
        return counters;
    }

    /** A session is about to be ended by a verdict. */
    void ending(String id, long now, long keptUntil) {
        if (isSessionId(id)) {
            ended.add(SaltedHash.OF_THIS_RUN.of(id), now, keptUntil);
        }
    }

    /** It was not ended after all. */
    void spared(String id, long now) {
        take(id, now);
    }

    /**
     * A request names a session that is not there.
     *
     * @return how long ago Lasttab has ended that session, in milliseconds; {@link #NONE} if it has not, or if this is not
     *     the first such request
     */
    long named(String id, long now) {
        long endedAt = take(id, now);
        if (endedAt == EndedIds.UNKNOWN) {
            return NONE;
        }
        long since = Math.max(0, now - endedAt);
        counts.get(SinceEnd.of(since)).increment();
        return since;
    }

    private long take(String id, long now) {
        return ended.isUnused() || !isSessionId(id) ? EndedIds.UNKNOWN : ended.take(SaltedHash.OF_THIS_RUN.of(id), now);
    }

    private static boolean isSessionId(String id) {
        return id != null && id.length() <= LONGEST_ID;
    }

    Map<SinceEnd, LongAdder> counts() {
        return counts;
    }
}
