package io.lasttab.core.html;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Any bytes, announced in any way and cut anywhere: but for the tag, which goes in once at most, what comes out is what went
 * in, and nothing is thrown.
 */
class InjectionFuzzTest {
    private static final String[] CHARSETS = {
        "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", null, "Shift_JIS", "GB18030", "ISO-8859-1", "no such", "ISO-2022-JP"
    };
    private static final Chunks.Kind[] KINDS = Chunks.Kind.values();
    private static final int MOST_CUTS = 7;
    /** Enough for all that a beginning may be made of; longer ones only take longer. */
    private static final int MOST_BYTES = 300;
    /** From where a tag may begin until it is known that it is none before which ours would have to go: {@code <head} and one. */
    private static final int UNDECIDED_BYTES = 2 * 7;

    private static final int NOWHERE = -1;

    private final Tag tag = new Tag("/a/__lasttab/0.js");

    /** The first bytes say how the rest is sent. */
    @FuzzTest
    void addsTheTagOnceOrNothing(byte[] data) {
        int settings = Math.min(data.length, 3 + MOST_CUTS);
        byte[] body = Arrays.copyOfRange(data, settings, Math.min(data.length, settings + MOST_BYTES));
        String charset = CHARSETS[(at(data, 0) & 0x7f) % CHARSETS.length];
        boolean xml = at(data, 0) > 0x7f;
        Chunks.Kind kind = KINDS[at(data, 1) % KINDS.length];
        int[] cuts = new int[at(data, 2) % (MOST_CUTS + 1)];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = at(data, 3 + i) % (body.length + 1);
        }
        Arrays.sort(cuts);

        int whole = place(begin(charset, xml), kind, body);
        int cut = place(begin(charset, xml), kind, body, cuts);
        splices(begin(charset, xml), kind, body, cut, cuts);
        tellsAheadWhatItDoes(begin(charset, xml), body, whole);
        isThatOrLate(whole, cut, body, cuts);
        int[] everywhere = new int[body.length];
        Arrays.setAll(everywhere, i -> i);
        int bytewise = place(begin(charset, xml), Chunks.Kind.HEAP, body, everywhere);
        isThatOrLate(whole, bytewise, body, everywhere);
    }

    private Injection begin(String charset, boolean xml) {
        String type = xml ? "application/xhtml+xml" : "text/html";
        return Injection.decide(TestHead.of(type).charset(charset), tag);
    }

    private static int at(byte[] data, int index) {
        return index < data.length ? data[index] & 0xff : 0;
    }

    /** Where the tag goes in, by a container that writes the beginning by itself. */
    private static int place(Injection injection, Chunks.Kind kind, byte[] body, int... cuts) {
        int place = NOWHERE;
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : body.length;
            ByteBuffer chunk = kind.buffer(body, from, to);
            int start = chunk.position();
            ByteBuffer beginning = injection.beginning(chunk);
            if (beginning != null) {
                check(place == NOWHERE, "a second tag");
                place = from + chunk.position() - start;
                check(beginning.remaining() == place - from + injection.addedBytes(), "more than the tag");
                for (int at = from; at < place; at++) {
                    check(beginning.get() == body[at], "another byte before the tag");
                }
            }
            check(chunk.remaining() == to - (beginning == null ? from : place), "bytes lost or added");
            from = to;
        }
        check(injection.isPlaced() == (place != NOWHERE), "placed or not");
        check(injection.isSeeking() == (!injection.isPlaced() && injection.skip() == null), "one of three");
        return place;
    }

    /** The same by one that writes one buffer for another. */
    @SuppressWarnings("ReferenceEquality") // that it is the very same is promised
    private static void splices(Injection injection, Chunks.Kind kind, byte[] body, int place, int... cuts) {
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : body.length;
            ByteBuffer chunk = kind.buffer(body, from, to);
            int start = chunk.position();
            boolean placed = injection.isPlaced();
            ByteBuffer out = injection.splice(chunk);
            check(chunk.position() == start && chunk.remaining() == to - from, "the given buffer is left as it is");
            if (placed || !injection.isPlaced()) {
                check(out == chunk, "the same buffer");
            } else {
                check(out.remaining() == to - from + injection.addedBytes(), "all and the tag");
                for (int at = from; at < to; at++) {
                    if (at == place) {
                        out.position(out.position() + injection.addedBytes());
                    }
                    check(out.get() == body[at], "another byte");
                }
            }
            from = to;
        }
        check(injection.isPlaced() == (place != NOWHERE), "placed or not, as in two parts");
    }

    private static void tellsAheadWhatItDoes(Injection injection, byte[] body, int whole) {
        boolean seeking = injection.isSeeking();
        check(injection.wouldPlaceIn(ByteBuffer.wrap(body), null) == (whole != NOWHERE), "told ahead");
        injection.wouldPlaceIn(ByteBuffer.allocate(0), CharBuffer.wrap(new String(body, StandardCharsets.UTF_8)));
        check(injection.isSeeking() == seeking, "nothing is consumed");
    }

    /** How the body is cut matters only where a cut parts what may yet become a head from what comes before it. */
    private static void isThatOrLate(int whole, int found, byte[] body, int... cuts) {
        if (found == whole) {
            return;
        }
        check(whole != NOWHERE, "a place that the whole does not have: " + found);
        check(found == NOWHERE || found > whole, "an earlier place: " + found + ", not " + whole);
        for (int cut : cuts) {
            if (cut > whole && cut <= whole + UNDECIDED_BYTES && cut <= body.length) {
                return;
            }
        }
        throw new AssertionError("for no cut at " + whole + ", but at " + found);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
