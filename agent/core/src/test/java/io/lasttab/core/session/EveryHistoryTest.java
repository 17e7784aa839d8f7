package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goes through every history of a small {@link World}, breadth first, and holds the verdict against the truth after each
 * event: no wrong kill, no late end. Worlds that have the same future are gone on from once; they are told apart by 64 bits
 * of hash, which for some millions of them leaves about one chance in a million to miss one.
 */
class EveryHistoryTest {

    /** How many different worlds are looked at for each size; set {@code -Dhistories.worlds} higher to go deeper. */
    private static final int WORLDS = Integer.getInteger("histories.worlds", 300_000);

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 2", "3, 3"})
    void neverEndsASessionWrongOrLate(int pages, int wordsUnderWay) {
        Reached reached = new Reached();
        Deque<History> next = new ArrayDeque<>();
        World start = new World(pages, wordsUnderWay);
        next.add(new History(null, 0, start));
        reached.add(start.fingerprint());
        int depth = 0;
        while (!next.isEmpty() && reached.count < WORLDS) {
            History history = next.remove();
            depth = history.length;
            for (int event : history.world.possible()) {
                World world = history.world.after(event);
                String fault = world.fault();
                if (fault != null) {
                    fail(fault + ", after " + World.names(new History(history, event, world).events()));
                }
                if (reached.add(world.fingerprint())) {
                    next.add(new History(history, event, world));
                }
            }
        }
        System.out.printf(
                "%d pages, %d words under way: %d worlds, %s%n",
                pages,
                wordsUnderWay,
                reached.count,
                next.isEmpty() ? "all there are" : "every history of " + depth + " events");
    }

    private static final class History {
        final History before;
        final int event;
        final World world;
        final int length;

        History(History before, int event, World world) {
            this.before = before;
            this.event = event;
            this.world = world;
            this.length = before == null ? 0 : before.length + 1;
        }

        List<Integer> events() {
            Deque<Integer> events = new ArrayDeque<>();
            for (History at = this; at.before != null; at = at.before) {
                events.addFirst(at.event);
            }
            return List.copyOf(events);
        }
    }

    /** A set of hashes without objects. */
    private static final class Reached {
        private long[] hashes = new long[1 << 16];
        private int count;

        boolean add(long hash) {
            hash = hash == 0 ? 1 : hash;
            if (count * 2 > hashes.length) {
                long[] old = hashes;
                hashes = new long[old.length * 2];
                count = 0;
                Arrays.stream(old).filter(each -> each != 0).forEach(this::add);
            }
            int at = (int) (hash >>> 7) & hashes.length - 1;
            for (; hashes[at] != 0; at = at + 1 & hashes.length - 1) {
                if (hashes[at] == hash) {
                    return false;
                }
            }
            hashes[at] = hash;
            count++;
            return true;
        }
    }
}
