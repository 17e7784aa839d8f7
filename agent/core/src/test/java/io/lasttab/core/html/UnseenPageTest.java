package io.lasttab.core.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenPageTest {

    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Tag tag = new Tag("/a.js");

    static Stream<Arguments> shown() {
        return Stream.of(
                Arguments.of("encoded", TestHead.html().response("Content-Encoding", "gzip")),
                Arguments.of("charset", TestHead.html().charset("UTF-32")),
                Arguments.of("post", TestHead.html().method("POST").charset("UTF-32")),
                Arguments.of("error page", TestHead.html().status(500).charset("UTF-32")),
                Arguments.of(
                        "copy that may be older than the agent", TestHead.html().status(304)),
                Arguments.of(
                        "copy that may be older than the agent, without a type",
                        TestHead.of(null).status(304)),
                Arguments.of(
                        "copy that an old browser shows",
                        oldBrowser().contentType(null).status(304)),
                Arguments.of("part of a page", TestHead.html().status(206)),
                Arguments.of("no such part of a page", TestHead.html().status(416)),
                Arguments.of("old browser", oldBrowser().charset("UTF-32")),
                Arguments.of(
                        "old browser that shouts",
                        oldBrowser().request("Accept", "TEXT/HTML").charset("UTF-32")),
                Arguments.of("pdf", TestHead.of("application/pdf")),
                Arguments.of("image", TestHead.of("image/png")),
                Arguments.of("json in a tab", TestHead.of("application/json")),
                Arguments.of(
                        "json error in a tab", TestHead.of("application/json").status(404)),
                Arguments.of("no type", TestHead.of(null)),
                Arguments.of(
                        "inline pdf",
                        TestHead.of("application/pdf").response("Content-Disposition", "inline; filename=\"a.pdf\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void isWhatTheUserLooksAtWithoutATag(String name, TestHead head) {
        Injection injection = Injection.decide(head, tag);
        assertThat(injection.skip()).isNotNull();
        assertThat(injection.isUnseenPage()).isTrue();
    }

    static Stream<Arguments> notShown() {
        return Stream.of(
                Arguments.of("head", TestHead.html().method("HEAD")),
                Arguments.of("put", TestHead.html().method("PUT").charset("UTF-32")),
                Arguments.of("no content", TestHead.html().status(204)),
                Arguments.of("reset content", TestHead.html().status(205)),
                Arguments.of("redirect", TestHead.html().status(302)),
                Arguments.of("download", TestHead.html().response("Content-Disposition", "attachment;filename=a")),
                Arguments.of(
                        "frame",
                        TestHead.html().request("Sec-Fetch-Dest", "iframe").charset("UTF-32")),
                Arguments.of(
                        "fetch",
                        TestHead.html().request("Sec-Fetch-Dest", "empty").request("Accept", ACCEPT)),
                Arguments.of("script of an old browser", requestedWith(oldBrowser())),
                Arguments.of("no browser", oldBrowser().request("Accept", "*/*").charset("UTF-32")),
                Arguments.of(
                        "no browser at all",
                        oldBrowser().request("Accept", null).charset("UTF-32")),
                Arguments.of("json", TestHead.of("application/json").request("Sec-Fetch-Dest", "empty")),
                Arguments.of("image in a page", TestHead.of("image/png").request("Sec-Fetch-Dest", "image")),
                Arguments.of("pdf in a frame", TestHead.of("application/pdf").request("Sec-Fetch-Dest", "iframe")),
                Arguments.of("pdf of an old browser", oldBrowser().contentType("application/pdf")),
                Arguments.of("redirect without a type", TestHead.of(null).status(302)),
                Arguments.of("no content without a type", TestHead.of(null).status(204)),
                Arguments.of("zip", TestHead.of("application/zip").response("Content-Disposition", "ATTACHMENT")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notShown")
    void isNothingElse(String name, TestHead head) {
        assertThat(Injection.decide(head, tag).isUnseenPage()).isFalse();
    }

    @Test
    void isNoCopyThatIsKnownToHaveTheTag() {
        TestHead head = TestHead.html()
                .status(304)
                .markedCopy("\"abc-ltc5a7e24522ce452e\"")
                .response("ETag", "\"abc\"");
        Injection injection = Injection.decide(head, tag);
        assertThat(injection.isUnseenPage()).isFalse();
        assertThat(injection.isTaggedCopy()).isTrue();
        assertThat(injection.isPlaced()).isFalse();
        assertThat(head.header("ETag")).isEqualTo("\"abc-ltc5a7e24522ce452e\"");
    }

    @Test
    void isACopyWithTheTagWhoseScriptCannotRunAnyMore() {
        for (String policy : new String[] {"default-src 'none'", "script-src 'nonce-abc'"}) {
            TestHead head = TestHead.html().status(304).markedCopy("\"abc-ltc5a7e24522ce452e\"");
            Injection injection = Injection.decide(head.response("Content-Security-Policy", policy), tag);
            assertThat(injection.isUnseenPage()).as(policy).isTrue();
            assertThat(injection.isTaggedCopy()).as(policy).isFalse();
        }
    }

    @Test
    void isNoCopyThatAScriptOrAHeadRequestAskedFor() {
        TestHead fetched = TestHead.html()
                .status(304)
                .markedCopy("\"abc-ltc5a7e24522ce452e\"")
                .request("Sec-Fetch-Dest", "empty")
                .response("ETag", "\"abc\"");
        Injection injection = Injection.decide(fetched, tag);
        assertThat(injection.isTaggedCopy()).isFalse();
        assertThat(injection.isUnseenPage()).isFalse();
        assertThat(fetched.header("ETag")).as("for the copy all the same").isEqualTo("\"abc-ltc5a7e24522ce452e\"");
        TestHead head = TestHead.html().method("HEAD").status(304).markedCopy("\"abc-ltc5a7e24522ce452e\"");
        assertThat(Injection.decide(head, tag).isTaggedCopy()).isFalse();
    }

    @Test
    void marksWhatGotTheTagAndNothingElse() {
        TestHead head = TestHead.html().response("ETag", "\"abc\"");
        Injection injection = Injection.decide(head, tag);
        injection.mark(head);
        assertThat(head.header("ETag")).isEqualTo("\"abc\"");
        send(injection, "<!DOCTYPE html><html><head>");
        injection.mark(head);
        assertThat(head.header("ETag")).isEqualTo("\"abc-ltc5a7e24522ce452e\"");
    }

    @Test
    void isNoPageThatGotTheTag() {
        Injection injection = Injection.decide(TestHead.html(), tag);
        assertThat(injection.isUnseenPage()).as("if it ended now").isTrue();
        send(injection, "<!DOCTYPE html>");
        assertThat(injection.isUnseenPage()).as("if it ended now").isTrue();
        send(injection, "<html><head>");
        assertThat(injection.isUnseenPage()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>fragment", "<!DOCTYPE html><html><!-- broken", "<html><head", ""})
    void isAPageWithoutAPlace(String body) {
        Injection injection = Injection.decide(TestHead.html(), tag);
        send(injection, body);
        assertThat(injection.isUnseenPage()).isTrue();
    }

    @Test
    void isAPageThatTheContainerGivesUp() {
        Injection injection = Injection.decide(TestHead.html(), tag);
        injection.giveUp(Skip.LENGTH_FIXED);
        assertThat(injection.isUnseenPage()).isTrue();
        Injection frame = Injection.decide(TestHead.html().request("Sec-Fetch-Dest", "iframe"), tag);
        frame.giveUp(Skip.LENGTH_FIXED);
        assertThat(frame.isUnseenPage()).isFalse();
    }

    private static TestHead oldBrowser() {
        return TestHead.html().request("Sec-Fetch-Dest", null).request("Accept", ACCEPT);
    }

    private static TestHead requestedWith(TestHead head) {
        return head.request("X-Requested-With", "xmlhttprequest");
    }

    private static void send(Injection injection, String body) {
        injection.splice(ByteBuffer.wrap(body.getBytes(UTF_8)));
    }
}
