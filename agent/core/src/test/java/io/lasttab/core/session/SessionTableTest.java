package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    private final SessionTable table = new SessionTable();

    private static TrackedSession tracked(Object session) {
        return new TrackedSession(session, new ReferenceQueue<>(), null, 0, 0);
    }

    private Set<TrackedSession> all() {
        Set<TrackedSession> all = new HashSet<>();
        table.forEach(session -> assertThat(all.add(session)).isTrue());
        return all;
    }

    /** What is in here is known by another list all the while; often few, so that places are used again. */
    @Test
    void findsAllThatWereAddedAndNotRemovedSince() {
        Random random = new Random(1);
        List<Object> sessions = new ArrayList<>();
        List<TrackedSession> here = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            boolean growing = i / 10_000 % 2 == 0;
            if (here.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
                Object session = new Object();
                TrackedSession added = tracked(session);
                assertThat(table.find(session)).isNull();
                assertThat(table.addIfAbsent(added)).isSameAs(added);
                sessions.add(session);
                here.add(added);
            } else {
                int gone = random.nextInt(here.size());
                TrackedSession last = here.remove(here.size() - 1);
                Object lastSession = sessions.remove(sessions.size() - 1);
                TrackedSession removed = gone == here.size() ? last : here.set(gone, last);
                Object session = gone == here.size() ? lastSession : sessions.set(gone, lastSession);
                table.remove(removed);
                assertThat(table.find(session)).isNull();
            }
            if (i % 100 == 0) {
                assertThat(table.size()).isEqualTo(here.size());
                assertThat(IntStream.range(0, here.size()))
                        .allMatch(each -> table.find(sessions.get(each)) == here.get(each));
            }
        }
        assertThat(all()).isEqualTo(new HashSet<>(here));
    }

    /** Those that want the same place differ in the upper bits of their hashes only. */
    @Test
    void tellsSessionsThatWantTheSamePlaceApartByTheirTags() {
        long tags = IntStream.range(0, 1_000)
                .map(each -> SessionTable.tag(each << 11))
                .distinct()
                .count();
        assertThat(tags).isGreaterThan(100);
        assertThat(IntStream.range(0, 100_000).map(SessionTable::tag)).doesNotContain(0);
    }

    /** All of one part and one home there, with neighbours that have their own; some of one tag, too. */
    @Test
    void findsEachOfManyThatWantTheSamePlace() {
        Random random = new Random(2);
        List<Object> crowd = crowd();
        for (int round = 0; round < 200; round++) {
            List<TrackedSession> here = new ArrayList<>();
            for (Object session : crowd) {
                assertThat(table.find(session)).isNull();
                here.add(table.addIfAbsent(tracked(session)));
            }
            Collections.shuffle(here, random);
            while (!here.isEmpty()) {
                assertThat(here).allMatch(each -> table.find(each.get()) == each);
                TrackedSession gone = here.remove(here.size() - 1);
                table.remove(gone);
                assertThat(table.find(gone.get())).isNull();
            }
            assertThat(table.size()).isZero();
            Collections.shuffle(crowd, random);
        }
    }

    /** Sessions whose hashes share the bits that choose among 64 places of a part; the first three have one tag as well. */
    private static List<Object> crowd() {
        int places = (1 << 11) - 1;
        Object first = new Object();
        int hash = System.identityHashCode(first);
        byte tag = SessionTable.tag(hash);
        List<Object> crowd = new ArrayList<>(List.of(first));
        int sameTag = 1;
        while (sameTag < 3) {
            Object session = new Object();
            int another = System.identityHashCode(session);
            boolean same = (another & places) == (hash & places);
            boolean neighbour =
                    (another & places) == (hash + 32 & places); // one place further, and so often in the way
            if (same && SessionTable.tag(another) == tag) {
                crowd.add(sameTag++, session);
            } else if ((same || neighbour) && crowd.size() < 24) {
                crowd.add(session);
            }
        }
        return crowd;
    }

    @Test
    void keepsTheFirstOfTwoForTheSameSession() {
        Object session = new Object();
        TrackedSession first = tracked(session);
        TrackedSession second = tracked(session);

        assertThat(table.addIfAbsent(first)).isSameAs(first);
        assertThat(table.addIfAbsent(second)).isSameAs(first);
        assertThat(table.size()).isOne();
    }

    @Test
    void removesNothingButTheVeryOne() {
        Object session = new Object();
        TrackedSession first = tracked(session);
        table.addIfAbsent(first);
        table.remove(tracked(session));

        assertThat(table.find(session)).isSameAs(first);
        assertThat(table.size()).isOne();
    }

    @Test
    void removesThatOfASessionWhichTheContainerHasDropped() {
        TrackedSession dropped = tracked(new Object());
        table.addIfAbsent(dropped);
        dropped.clear();
        table.remove(dropped);

        assertThat(table.size()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    void mayBeChangedWhileItIsVisited() {
        List<Object> sessions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sessions.add(new Object());
            table.addIfAbsent(tracked(sessions.get(i)));
        }
        table.forEach(table::remove);

        assertThat(table.size()).isZero();
    }

    @Test
    void losesNothingAmongThreads() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Thread> started = new ArrayList<>();
        List<Object> kept = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                await(start);
                for (int j = 0; j < 20_000; j++) {
                    Object session = new Object();
                    TrackedSession added = table.addIfAbsent(tracked(session));
                    if (j % 3 == 0) {
                        table.remove(added);
                    } else {
                        kept.add(session);
                    }
                }
            });
            thread.start();
            started.add(thread);
        }
        for (Thread thread : started) {
            thread.join();
        }

        assertThat(kept).allMatch(session -> table.find(session).isOf(session));
        assertThat(table.size()).isEqualTo(kept.size());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
