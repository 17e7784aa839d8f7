package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.html.Chunks.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of documents, however encoded and cut. */
class PlacementTest {

    private static final String TAG = "<script src=\"/shop/__lasttab/0f3a9c.js\" async=\"\"></script>";

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Tag tag = new Tag("/shop/__lasttab/0f3a9c.js");

    static List<Document> documents() {
        return Documents.ALL;
    }

    static Stream<Arguments> documentsOnTheWire() {
        return Documents.ALL.stream().flatMap(document -> Stream.of(Wire.values())
                .filter(wire -> wire.canCarry(document.text()))
                .map(wire -> Arguments.of(document, wire)));
    }

    @ParameterizedTest
    @MethodSource("documentsOnTheWire")
    void aWholeDocumentGetsTheTagAtItsPlace(Document document, Wire wire) {
        for (Kind kind : Kind.values()) {
            Injection injection = decide(document, wire);
            byte[] sent = Chunks.send(injection, kind, wire.bytes(document.text()));
            assertExact(document, wire, injection, sent);

            Injection inTwoParts = decide(document, wire);
            byte[] sentInTwoParts = Chunks.sendInTwoParts(inTwoParts, kind, wire.bytes(document.text()));
            assertExact(document, wire, inTwoParts, sentInTwoParts);
        }
    }

    @ParameterizedTest
    @MethodSource("documentsOnTheWire")
    void aDocumentCutAnywhereGetsTheTagAtItsPlaceOrLate(Document document, Wire wire) {
        byte[] body = wire.bytes(document.text());
        for (int cut = 0; cut <= body.length; cut++) {
            Injection injection = decide(document, wire);
            byte[] sent = Chunks.send(injection, KINDS.get(cut % KINDS.size()), body, cut);
            if (document.isPlaceMissedBy(cut, wire)) {
                assertLate(document, wire, injection, sent);
            } else {
                assertExact(document, wire, injection, sent);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documentsOnTheWire")
    void aDocumentOfOneByteChunksGetsTheTagAtItsPlaceOrLate(Document document, Wire wire) {
        byte[] body = wire.bytes(document.text());
        Injection injection = decide(document, wire);
        byte[] sent = Chunks.send(injection, Kind.HEAP_WITH_OFFSET, body, Chunks.everywhere(body));
        boolean missed = false;
        for (int cut = 1; cut < body.length; cut++) {
            missed |= document.isPlaceMissedBy(cut, wire);
        }
        if (missed) {
            assertLate(document, wire, injection, sent);
        } else {
            assertExact(document, wire, injection, sent);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentCutAnywhereTwiceGetsTheTagAtItsPlaceOrLate(Document document) {
        Wire wire = Wire.UTF_8;
        byte[] body = wire.bytes(document.text());
        byte[] exact = wire.bytes(document.withTag(TAG));
        byte[] late = wire.bytes(document.withLateTag(TAG));
        for (int first = 0; first <= body.length; first++) {
            for (int second = first; second <= body.length; second++) {
                Kind kind = KINDS.get((first + second) % KINDS.size());
                byte[] sent = Chunks.send(decide(document, wire), kind, body, first, second);
                boolean missed = document.isPlaceMissedBy(first, wire) || document.isPlaceMissedBy(second, wire);
                if (!Arrays.equals(sent, missed ? late : exact)) {
                    assertThat(text(sent, wire))
                            .as("cut at %s and %s", first, second)
                            .isEqualTo(text(missed ? late : exact, wire));
                }
            }
        }
    }

    /** Indexes into an array and positions in a buffer are easily taken for each other. */
    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentAnywhereInAnArrayGetsTheTagAtItsPlace(Document document) {
        byte[] body = Wire.UTF_8.bytes(document.text());
        byte[] expected = Wire.UTF_8.bytes(document.withTag(TAG));
        for (int offset = 1; offset <= 2 * body.length; offset++) {
            byte[] array = new byte[3 * body.length + 6];
            for (int i = 0; i < array.length; i++) {
                array[i] = (byte) "<head>".charAt(i % 6);
            }
            System.arraycopy(body, 0, array, offset, body.length);
            ByteBuffer inside = ByteBuffer.wrap(array, offset, body.length);
            for (ByteBuffer chunk : List.of(inside, inside.slice())) {
                ByteBuffer out = decide(document, Wire.UTF_8).splice(chunk);
                byte[] sent = new byte[out.remaining()];
                out.get(sent);
                if (!Arrays.equals(sent, expected)) {
                    assertThat(text(sent, Wire.UTF_8)).as("at %s", offset).isEqualTo(text(expected, Wire.UTF_8));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void askingAheadTellsWhatSplicingWouldDoAndConsumesNothing(Document document) {
        Wire wire = Wire.UTF_8;
        String text = document.text();
        for (int cut = 0; cut <= text.length(); cut++) {
            ByteBuffer bytes = ByteBuffer.wrap(wire.bytes(text.substring(0, cut)));
            CharBuffer chars = CharBuffer.wrap(text, cut, text.length());
            Injection asked = decide(document, wire);
            boolean would = asked.wouldPlaceIn(bytes, chars);
            assertThat(asked.isSeeking()).isTrue();
            assertThat(bytes.position()).isZero();
            assertThat(chars.toString()).isEqualTo(text.substring(cut));
            asked.splice(bytes);
            asked.splice(ByteBuffer.wrap(wire.bytes(text.substring(cut))));
            assertThat(asked.isPlaced()).as("cut at %s", cut).isEqualTo(would);
            if (would) {
                Injection whole = decide(document, wire);
                whole.splice(ByteBuffer.wrap(wire.bytes(text)));
                assertThat(whole.isPlaced()).isTrue();
            }
        }
    }

    private Injection decide(Document document, Wire wire) {
        return Injection.decide(TestHead.of(document.type()).charset(wire.announced), tag);
    }

    private static void assertExact(Document document, Wire wire, Injection injection, byte[] sent) {
        assertThat(text(sent, wire)).isEqualTo(text(wire.bytes(document.withTag(TAG)), wire));
        assertThat(sent).isEqualTo(wire.bytes(document.withTag(TAG)));
        assertThat(injection.isPlaced()).isEqualTo(document.hasPlace());
        assertThat(injection.addedBytes()).isEqualTo(document.hasPlace() ? TAG.length() * wire.width : 0);
        assertThat(injection.skip()).isEqualTo(document.skip());
        assertThat(injection.isSeeking()).isEqualTo(!document.hasPlace() && document.skip() == null);
        assertThat(injection.isUnseenPage()).isEqualTo(!document.hasPlace());
    }

    private static void assertLate(Document document, Wire wire, Injection injection, byte[] sent) {
        assertThat(text(sent, wire)).isEqualTo(text(wire.bytes(document.withLateTag(TAG)), wire));
        assertThat(sent).isEqualTo(wire.bytes(document.withLateTag(TAG)));
        boolean hasLatePlace = document.marked().contains("{late}");
        assertThat(injection.isPlaced()).isEqualTo(hasLatePlace);
        assertThat(injection.skip()).isEqualTo(hasLatePlace ? null : Skip.NO_PLACE);
        assertThat(injection.isUnseenPage()).isEqualTo(!hasLatePlace);
    }

    private static String text(byte[] bytes, Wire wire) {
        return new String(bytes, wire.charset);
    }
}
