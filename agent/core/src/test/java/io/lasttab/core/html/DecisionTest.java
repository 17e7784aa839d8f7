package io.lasttab.core.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    private static final String PAGE = "<!DOCTYPE html><html><head></head></html>";

    private final Tag tag = new Tag("/shop/__lasttab/0f3a9c.js");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML",
                "text/html;charset=utf-8",
                "text/html ; charset=utf-8",
                " text/html",
                "Text/Html\t",
                "application/xhtml+xml",
                "Application/XHTML+XML; charset=utf-8"
            })
    void looksForThePlaceInHtml(String type) {
        assertThat(decide(TestHead.of(type)).isSeeking()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "text/htm",
                "text/html5",
                "text/html+xml",
                "xtext/html",
                "text/plain; x=text/html",
                "application/json",
                "application/xml",
                "application/xhtml",
                "text/xml",
                "image/svg+xml",
                "text/ html"
            })
    void leavesEverythingElseAlone(String type) {
        Injection injection = decide(TestHead.of(type));
        assertThat(injection.skip()).isEqualTo(Skip.NOT_HTML);
        assertThat(injection.isSeeking()).isFalse();
        assertThat(injection.isPlaced()).isFalse();
        assertThat(injection.addedBytes()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Skip.HEAD_REQUEST, TestHead.html().method("HEAD")),
                Arguments.of(Skip.HEAD_REQUEST, TestHead.html().method("CONNECT")),
                Arguments.of(Skip.STATUS, TestHead.html().status(101)),
                Arguments.of(Skip.STATUS, TestHead.html().status(204)),
                Arguments.of(Skip.STATUS, TestHead.html().status(205)),
                Arguments.of(Skip.STATUS, TestHead.html().status(206)),
                Arguments.of(Skip.STATUS, TestHead.html().status(416)),
                Arguments.of(Skip.STATUS, TestHead.html().status(302)),
                Arguments.of(Skip.STATUS, TestHead.html().status(304)),
                Arguments.of(Skip.STATUS, TestHead.html().status(600)),
                Arguments.of(Skip.ENCODED, TestHead.html().response("content-encoding", "gzip")),
                Arguments.of(Skip.ENCODED, TestHead.html().response("Content-Encoding", "identity, br")),
                Arguments.of(Skip.CHARSET, TestHead.html().charset("UTF-32")),
                Arguments.of(Skip.CHARSET, TestHead.html().charset("IBM037")),
                Arguments.of(Skip.CHARSET, TestHead.html().charset("ISO-2022-JP")),
                Arguments.of(Skip.CHARSET, TestHead.html().charset("no such charset")),
                Arguments.of(Skip.SUBRESOURCE, TestHead.html().request("Sec-Fetch-Dest", "empty")),
                Arguments.of(Skip.SUBRESOURCE, TestHead.html().request("Sec-Fetch-Dest", "script")),
                Arguments.of(Skip.SUBRESOURCE, TestHead.html().request("Sec-Fetch-Dest", "")),
                Arguments.of(
                        Skip.SUBRESOURCE,
                        TestHead.html().request("Sec-Fetch-Dest", null).request("X-Requested-With", "XMLHttpRequest")),
                Arguments.of(Skip.ATTACHMENT, TestHead.html().response("Content-Disposition", "attachment")),
                Arguments.of(
                        Skip.ATTACHMENT, TestHead.html().response("Content-Disposition", "Attachment; filename=a")));
    }

    @Test
    void believesTheBrowserRatherThanAHeaderThatWebViewsSendToo() {
        TestHead webView = TestHead.html().request("X-Requested-With", "com.example.app");
        assertThat(Injection.decide(webView, tag).isSeeking()).isTrue();
        webView.request("Sec-Fetch-Dest", null);
        assertThat(Injection.decide(webView, tag).isSeeking()).isTrue();
    }

    @Test
    void takesADocumentThatALinkHasFetchedAheadForOneThatIsShownLater() {
        TestHead ahead = TestHead.html().request("Sec-Fetch-Dest", "empty").request("Sec-Purpose", "prefetch");
        Injection injection = Injection.decide(ahead, tag);
        assertThat(injection.isSeeking()).isTrue();
        assertThat(injection.isUnseenPage()).isFalse();
        assertThat(injection.address()).isZero();
    }

    @Test
    void knowsTheAddressOfADocumentInATabOnly() {
        TestHead cart = TestHead.html();
        assertThat(Injection.decide(cart, tag).address()).isEqualTo(cart.addressHash);
        assertThat(Injection.decide(TestHead.html().request("Sec-Purpose", "prefetch;prerender"), tag)
                        .address())
                .isZero();
        // Shown later without another request, it may send its user on before the script runs, which nobody would know.
        assertThat(Injection.decide(TestHead.html().request("Sec-Purpose", "prefetch"), tag)
                        .address())
                .isNotZero();
        cart.addressHash = 0;
        assertThat(Injection.decide(cart, tag).address()).isNotZero();
        assertThat(Injection.decide(cart.request("Sec-Fetch-Dest", "iframe"), tag)
                        .address())
                .isZero();
        TestHead fetched = TestHead.html().request("Sec-Fetch-Dest", null).request("Accept", "*/*");
        assertThat(Injection.decide(fetched, tag).address()).isZero();
        assertThat(Injection.decide(fetched.request("Accept", "text/html"), tag).address())
                .isNotZero();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesHtmlForAReason(Skip reason, TestHead head) {
        Injection injection = decide(head);
        assertThat(injection.skip()).isEqualTo(reason);
        assertThat(injection.isSeeking()).isFalse();
        ByteBuffer chunk = page();
        assertThat(injection.splice(chunk)).isSameAs(chunk);
        assertThat(injection.wouldPlaceIn(chunk, null)).isFalse();
        injection.giveUp(Skip.AGENT_OFF);
        assertThat(injection.skip()).isEqualTo(reason);
    }

    static Stream<TestHead> acceptances() {
        return Stream.of(
                TestHead.html().method("POST"),
                TestHead.html().method("PUT"),
                TestHead.html().status(201),
                TestHead.html().status(404),
                TestHead.html().status(500),
                TestHead.html().response("Content-Encoding", "identity"),
                TestHead.html().response("Content-Encoding", " Identity "),
                TestHead.html().response("Content-Encoding", ""),
                TestHead.html().response("Content-Disposition", "inline; filename=attachment"),
                TestHead.html().charset(null),
                TestHead.html().charset("UTF-16"),
                TestHead.html().request("Sec-Fetch-Dest", null),
                TestHead.html().request("Sec-Fetch-Dest", "iframe"),
                TestHead.html().request("Sec-Fetch-Dest", "frame"),
                TestHead.html().request("Sec-Fetch-Dest", "embed"),
                TestHead.html().request("Sec-Fetch-Dest", "object"));
    }

    @ParameterizedTest
    @MethodSource("acceptances")
    void looksForThePlaceUnlessThereIsAReason(TestHead head) {
        Injection injection = decide(head);
        assertThat(injection.isSeeking()).isTrue();
        assertThat(injection.skip()).isNull();
    }

    @Test
    void aRefusalForThePlacesSakeCountsOnlyUntilThen() {
        Injection given = decide(TestHead.html());
        given.giveUp(Skip.LENGTH_FIXED);
        assertThat(given.skip()).isEqualTo(Skip.LENGTH_FIXED);
        assertThat(given.splice(page()).remaining()).isEqualTo(page().remaining());

        Injection placed = decide(TestHead.html());
        placed.splice(page());
        placed.giveUp(Skip.LENGTH_FIXED);
        assertThat(placed.skip()).isNull();
        assertThat(placed.isPlaced()).isTrue();
    }

    @Test
    void askingAheadNeedsNeitherBytesNorCharacters() {
        Injection injection = decide(TestHead.html());
        assertThat(injection.wouldPlaceIn(null, null)).isFalse();
        assertThat(injection.wouldPlaceIn(page(), null)).isTrue();
        assertThat(injection.wouldPlaceIn(null, CharBuffer.wrap("\ufeff" + PAGE)))
                .isTrue();
        assertThat(injection.wouldPlaceIn(ByteBuffer.allocate(0), CharBuffer.wrap(PAGE)))
                .isTrue();
        assertThat(injection.wouldPlaceIn(ByteBuffer.wrap(new byte[] {(byte) 0xef}), CharBuffer.wrap(PAGE)))
                .isFalse();
    }

    @Test
    void askingAheadGoesOnFromTheChunksBefore() {
        Injection injection = decide(TestHead.html().charset("UTF-16BE"));
        injection.splice(Wire.UTF_16BE.buffer("<!DOCTYPE html><ht"));
        assertThat(injection.wouldPlaceIn(Wire.UTF_16BE.buffer("ml><he"), CharBuffer.wrap("ad>")))
                .isTrue();
        assertThat(injection.wouldPlaceIn(Wire.UTF_16BE.buffer("ml><he"), CharBuffer.wrap("ade>")))
                .isFalse();
    }

    @Test
    void aMarkThatBreaksOffIsText() {
        for (byte[] body : new byte[][] {{(byte) 0xef, '<'}, {(byte) 0xfe, '<'}, {(byte) 0xef, (byte) 0xbb, '<'}}) {
            Injection injection = decide(TestHead.html());
            injection.splice(ByteBuffer.wrap(body));
            injection.splice(page());
            assertThat(injection.skip()).isEqualTo(Skip.FRAGMENT);
        }
    }

    @Test
    void jsonCostsOneHeaderAndNoMemory() {
        TestHead json = TestHead.of("application/json;charset=UTF-8").request("Sec-Fetch-Dest", "empty");
        decide(json);
        assertThat(json.requestHeaderLookups).isEqualTo(1);
        assertThat(json.otherLookups).isZero();

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        decideOften(json);
        long before = threads.getThreadAllocatedBytes(self);
        decideOften(json);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(allocated).isLessThan(10_000); // what measuring itself may take; 100 000 objects are 1.6 MB
    }

    private void decideOften(TestHead head) {
        ByteBuffer chunk = ByteBuffer.allocate(16);
        for (int i = 0; i < 100_000; i++) {
            if (decide(head).splice(chunk).capacity() != chunk.capacity()) {
                throw new AssertionError();
            }
        }
    }

    private Injection decide(TestHead head) {
        return Injection.decide(head, tag);
    }

    private static ByteBuffer page() {
        return ByteBuffer.wrap(PAGE.getBytes(UTF_8));
    }
}
