package io.lasttab.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.NoStore;
import io.lasttab.core.session.Policy;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionTracker;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static final String ID = " 9f86d081884c7d659a2feaa0c55ad015 ";

    private final Object session = new Object();
    private final SessionTracker sessions = new SessionTracker(
            new Reaper(), new NoStore(), new Policy(10_000, 10_000, 900_000, 600_000, 30_000, host -> false), false);
    private final Endpoint endpoint = new Endpoint(sessions, 60_000);

    private void assertOutcome(FakeExchange exchange, Outcome outcome) {
        endpoint.serve("page", exchange);
        assertOnly(exchange, outcome);
    }

    private void assertOnly(FakeExchange exchange, Outcome outcome) {
        assertThat(exchange.status).isEqualTo(outcome.status());
        for (Map.Entry<Outcome, LongAdder> counted : endpoint.outcomes().entrySet()) {
            assertThat(counted.getValue().sum())
                    .as("%s", counted.getKey())
                    .isEqualTo(counted.getKey() == outcome ? 1 : 0);
        }
    }

    private void assertRefused(FakeExchange exchange, Outcome outcome) {
        exchange.of(session);
        assertOutcome(exchange, outcome);
        assertThat(sessions.count()).isZero();
        assertThat(exchange.answer).isEmpty();
        assertThat(exchange.headers).contains("no-store");
    }

    private void hello() {
        endpoint.serve("page", FakeExchange.saying("hello" + ID + "1").of(session));
        endpoint.outcomes().get(Outcome.HELLO).reset();
    }

    @Test
    void hearsHello() {
        assertOutcome(FakeExchange.saying("hello" + ID + "1").of(session), Outcome.HELLO);
        assertThat(sessions.find(session)).isNotNull();
        assertThat(sessions.openPages()).isOne();
    }

    @Test
    void hearsAlive() {
        assertOutcome(FakeExchange.saying("alive" + ID + "2").of(session), Outcome.ALIVE);
        assertThat(sessions.openPages()).isOne();
    }

    @Test
    void hearsBye() {
        hello();
        assertOutcome(FakeExchange.saying("bye" + ID + "2 cached").of(session), Outcome.BYE);
        assertThat(sessions.openPages()).isZero();
    }

    @Test
    void knowsByTheReferrerOfWhichDocumentAPageIs() {
        sessions.track(session).documentServed(DocumentAddress.hash("/shop/pay"));
        sessions.track(session).documentServed(DocumentAddress.hash("/shop/cart?id=1"));
        FakeExchange cart =
                FakeExchange.saying("hello" + ID + "1").with("Referer", "http://shop.example/shop/cart?id=1");
        endpoint.serve("page", cart.of(session));
        endpoint.serve("page", FakeExchange.saying("bye" + ID + "2").of(session));
        assertThat(sessions.list(0, 1).get(0).getEndsInMillis()).isGreaterThan(10_000); // the other one is silent

        FakeExchange pay = FakeExchange.saying("hello" + ID.replace('9', '8') + "1")
                .with("Referer", "http://shop.example:8080/shop/pay");
        endpoint.serve("page", pay.of(session));
        endpoint.serve(
                "page", FakeExchange.saying("bye" + ID.replace('9', '8') + "2").of(session));
        assertThat(sessions.list(0, 1).get(0).getEndsInMillis()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void hearsOfFrames() {
        assertOutcome(FakeExchange.saying("framed" + ID + "1").of(session), Outcome.FRAMED);
    }

    @Test
    void tellsAPageWhoseSessionIsOver() {
        hello();
        sessions.find(session).endedBy(ExitCause.LOGOUT);
        FakeExchange page = FakeExchange.saying("alive" + ID + "2");
        page.ended = true;
        assertOutcome(page, Outcome.SESSION_GONE);
    }

    @Test
    void tellsTheFirstPageOfASessionThatItIsAndNoOther() {
        FakeExchange first = FakeExchange.saying("hello" + ID + "1").of(session);
        endpoint.serve("page", first);
        assertThat(first.headers).containsSequence("Lasttab", "first");
        FakeExchange second =
                FakeExchange.saying("hello" + ID.replace('9', '8') + "1").of(session);
        endpoint.serve("page", second);
        assertThat(second.headers).doesNotContain("Lasttab");
    }

    @Test
    void tellsNoPageThatItIsTheFirstIfItOnlyLeaves() {
        FakeExchange bye = FakeExchange.saying("bye" + ID + "2").of(session);
        endpoint.serve("page", bye);
        assertThat(bye.headers).doesNotContain("Lasttab");
    }

    @Test
    void tellsAPageWithoutASessionSo() {
        assertThat(Outcome.NO_SESSION.status()).isEqualTo(202);
        assertOutcome(FakeExchange.saying("hello" + ID + "1"), Outcome.NO_SESSION);
        assertThat(sessions.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS", "post"})
    void refusesMessagesByAnyOtherMethod(String method) {
        FakeExchange exchange = FakeExchange.saying("bye" + ID + "9");
        exchange.method = method;
        assertRefused(exchange, Outcome.WRONG_METHOD);
        assertThat(exchange.headers).containsSequence("Allow", "POST");
    }

    @Test
    void refusesOtherSites() {
        assertRefused(
                FakeExchange.saying("bye" + ID + "9").with("Sec-Fetch-Site", "cross-site"), Outcome.FOREIGN_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/html",
                "text/plainly",
                "text",
                ""
            })
    void refusesOtherTypes(String type) {
        assertRefused(FakeExchange.saying("bye" + ID + "9").with("Content-Type", type), Outcome.WRONG_TYPE);
    }

    @Test
    void refusesAMessageWithoutAType() {
        assertRefused(FakeExchange.saying("bye" + ID + "9").with("Content-Type", null), Outcome.WRONG_TYPE);
    }

    @Test
    void refusesWhatAnnouncesItselfAsTooLongUnread() {
        FakeExchange exchange = FakeExchange.saying("bye" + ID + "9");
        exchange.contentLength = 1_000_000;
        assertRefused(exchange, Outcome.TOO_LARGE);
        assertThat(exchange.bodyRead).isFalse();
    }

    @Test
    void refusesWhatTurnsOutToBeTooLong() {
        assertRefused(FakeExchange.saying("bye" + ID + "9".repeat(1_000)), Outcome.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bye", "lasttab", "bye 1 1", "\u0000\u00ff"})
    void refusesWhatIsNoMessage(String text) {
        assertRefused(FakeExchange.saying(text), Outcome.MALFORMED);
    }

    @Test
    void refusedWordsLeaveAnOpenPageOpen() {
        hello();
        endpoint.serve("page", FakeExchange.saying("bye" + ID + "9").of(session).with("Sec-Fetch-Site", "same-site"));
        FakeExchange byGet = FakeExchange.saying("bye" + ID + "9").of(session);
        byGet.method = "GET";
        endpoint.serve("page", byGet);
        endpoint.serve(
                "page", FakeExchange.saying("bye" + ID.replace('9', '8') + "9").of(session));

        assertThat(sessions.openPages()).isOne();
    }

    @Test
    void servesTheScriptForEverByItsName() {
        FakeExchange exchange = new FakeExchange();
        exchange.method = "GET";
        endpoint.serve(endpoint.scriptPath("/shop").substring("/shop/__lasttab/".length()), exchange);

        assertOnly(exchange, Outcome.SCRIPT);
        assertThat(exchange.answer).isNotEmpty();
        assertThat(exchange.headers).contains("public, max-age=31536000, immutable", "nosniff");
    }

    @Test
    void servesTheScriptByAnOldNameButNotForLong() {
        FakeExchange exchange = new FakeExchange();
        exchange.method = "HEAD";
        endpoint.serve("0123.js", exchange);

        assertOnly(exchange, Outcome.SCRIPT);
        assertThat(exchange.answer).isEmpty();
        assertThat(exchange.headers).contains("no-store");
    }

    @Test
    void servesTheScriptToReadersOnly() {
        FakeExchange exchange = new FakeExchange();
        endpoint.serve("0123.js", exchange);

        assertOnly(exchange, Outcome.WRONG_METHOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pages", "page/", "PAGE", "../page", "page.html"})
    void knowsNoOtherPath(String name) {
        FakeExchange exchange = FakeExchange.saying("bye" + ID + "9").of(session);
        endpoint.serve(name, exchange);

        assertOnly(exchange, Outcome.UNKNOWN_PATH);
        assertThat(sessions.count()).isZero();
    }
}
