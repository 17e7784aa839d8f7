package io.lasttab.core.endpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lasttab.core.session.Policy;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionTracker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any request for Lasttab's own addresses is answered, once, with a status of its own and never with an error. */
class EndpointFuzzTest {
    private static final SessionStore STORE = new SessionStore() {
        @Override
        public void expire(Object ended) {}

        @Override
        public long createdMillis(Object session) {
            return 0;
        }

        @Override
        public long timeoutMillis(Object session) {
            return 1_800_000;
        }

        @Override
        public String id(Object session) {
            return "id";
        }
    };
    private static final String[] METHODS = {"POST", "GET", "HEAD", "OPTIONS", ""};
    private static final String[] HEADERS = {"Content-Type", "Sec-Fetch-Site", "Origin", "Host", "Expect"};

    private final SessionTracker sessions = new SessionTracker(
            new Reaper(), STORE, new Policy(10_000, 10_000, 900_000, 600_000, 30_000, host -> false), false);
    private final Object session = new Object();
    private final Endpoint endpoint = new Endpoint(sessions, 60_000);

    /** Lines of text: the address, headers, and then the body. A first byte says what else there is. */
    @FuzzTest
    void answersOnce(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int flags = data[0] & 0xff;
        String[] lines =
                new String(data, 1, data.length - 1, StandardCharsets.ISO_8859_1).split("\n", HEADERS.length + 2);
        FakeExchange exchange = new FakeExchange();
        exchange.method = METHODS[flags % METHODS.length];
        exchange.ended = (flags & 0x20) != 0;
        exchange.session = (flags & 0x40) == 0 ? null : session;
        exchange.body = lines[lines.length - 1].getBytes(StandardCharsets.ISO_8859_1);
        exchange.contentLength = (flags & 0x80) == 0 ? -1 : exchange.body.length;
        for (int i = 1; i < lines.length - 1; i++) {
            if (!lines[i].isEmpty()) {
                exchange.with(HEADERS[i - 1], lines[i].equals("-") ? null : lines[i]);
            }
        }
        endpoint.serve(lines[0], exchange);
        boolean known = Arrays.stream(Outcome.values()).anyMatch(outcome -> outcome.status() == exchange.status);
        if (!known || exchange.status >= 500) {
            throw new AssertionError("answered with " + exchange.status);
        }
    }
}
