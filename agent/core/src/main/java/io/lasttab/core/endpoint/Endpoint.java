package io.lasttab.core.endpoint;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.session.PageMessage;
import io.lasttab.core.session.SessionTracker;
import io.lasttab.core.session.TrackedSession;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lasttab's own addresses under an application's context path: the page script, and the place where pages speak. Answers
 * before the application and without its session being touched. Safe for use by many threads.
 */
public final class Endpoint {

    /** What follows the context path in all addresses of the endpoint. */
    public static final String PREFIX = "/__lasttab/";

    private static final String MESSAGES = "page";
    private static final byte[] NOTHING = {};
    private static final String[] NO_STORE = {"Cache-Control", "no-store"};

    /** The answer to a session's first page, which tells those that are open in other tabs: see page.js. */
    private static final String[] FIRST = {"Cache-Control", "no-store", "Lasttab", "first"};

    private static final String[] POST_ONLY = {"Allow", "POST", "Cache-Control", "no-store"};
    private static final String[] GET_ONLY = {"Allow", "GET, HEAD", "Cache-Control", "no-store"};

    private final SessionTracker sessions;
    private final PageScript script;
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    /**
     * Makes the endpoint of one application.
     *
     * @param aliveMillis how often an open page says alive
     */
    public Endpoint(SessionTracker sessions, long aliveMillis) {
        this.sessions = sessions;
        this.script = new PageScript(aliveMillis);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /**
     * The script's address on the host.
     *
     * @param path the application's path, without a slash at its end; empty for the root
     */
    public String scriptPath(String path) {
        return path + PREFIX + script.name();
    }

    /** Whether anybody has ever asked for anything here. */
    public boolean isKnownToPages() {
        for (LongAdder outcome : outcomes.values()) {
            if (outcome.sum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** How often each outcome was met; every outcome is there. */
    public Map<Outcome, LongAdder> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /**
     * Answers a request.
     *
     * @param name what follows {@link #PREFIX} in the request's path
     */
    public void serve(String name, Exchange exchange) {
        if (name.equals(MESSAGES)) {
            receive(exchange);
        } else if (name.endsWith(".js")) {
            serveScript(name, exchange);
        } else {
            answer(exchange, Outcome.UNKNOWN_PATH, NO_STORE);
        }
    }

    private void serveScript(String name, Exchange exchange) {
        boolean head = exchange.method().equals("HEAD");
        if (!head && !exchange.method().equals("GET")) {
            answer(exchange, Outcome.WRONG_METHOD, GET_ONLY);
            return;
        }
        // A page cached before an update asks for a script by its old name: it gets the new one, but must ask again.
        boolean current = name.equals(script.name());
        String[] headers = {
            "Content-Type", "text/javascript;charset=UTF-8",
            "Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store",
            "X-Content-Type-Options", "nosniff"
        };
        outcomes.get(Outcome.SCRIPT).increment();
        exchange.answer(Outcome.SCRIPT.status(), headers, head ? NOTHING : script.bytes());
    }

    private void receive(Exchange exchange) {
        if (!exchange.method().equals("POST")) {
            answer(exchange, Outcome.WRONG_METHOD, POST_ONLY);
        } else if (!SameOrigin.holdsFor(exchange)) {
            answer(exchange, Outcome.FOREIGN_ORIGIN, NO_STORE);
        } else if (!isPlainText(exchange.requestHeader("Content-Type"))) {
            answer(exchange, Outcome.WRONG_TYPE, NO_STORE);
        } else if (exchange.requestHeader("Expect") != null) {
            answer(exchange, Outcome.EXPECTATION, NO_STORE);
        } else if (exchange.contentLength() > PageMessage.MAX_BYTES) {
            answer(exchange, Outcome.TOO_LARGE, NO_STORE);
        } else {
            exchange.readBody(PageMessage.MAX_BYTES + 1, body -> hear(body, exchange));
        }
    }

    private void hear(byte[] body, Exchange exchange) {
        if (body.length > PageMessage.MAX_BYTES) {
            answer(exchange, Outcome.TOO_LARGE, NO_STORE);
            return;
        }
        PageMessage message = PageMessage.parse(new String(body, StandardCharsets.ISO_8859_1));
        if (message == null) {
            answer(exchange, Outcome.MALFORMED, NO_STORE);
            return;
        }
        Object session = exchange.session();
        if (session == null) {
            answer(exchange, exchange.namesEndedSession() ? Outcome.SESSION_GONE : Outcome.NO_SESSION, NO_STORE);
            return;
        }
        if (message.tellsOfADocument()) {
            message = message.from(DocumentAddress.hash(exchange.requestHeader("Referer")));
        }
        TrackedSession tracked = sessions.track(session);
        boolean known = tracked.isConfirmed();
        boolean heard = tracked.heard(message);
        boolean first = !known && heard && tracked.isConfirmed();
        answer(exchange, heard ? Outcome.of(message.kind()) : Outcome.SESSION_GONE, first ? FIRST : NO_STORE);
    }

    private static boolean isPlainText(String contentType) {
        String plain = "text/plain";
        return contentType != null
                && contentType.regionMatches(true, 0, plain, 0, plain.length())
                && (contentType.length() == plain.length() || ";, \t".indexOf(contentType.charAt(plain.length())) >= 0);
    }

    private void answer(Exchange exchange, Outcome outcome, String[] headers) {
        outcomes.get(outcome).increment();
        exchange.answer(outcome.status(), headers, NOTHING);
    }
}
