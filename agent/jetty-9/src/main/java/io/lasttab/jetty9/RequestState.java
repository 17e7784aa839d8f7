package io.lasttab.jetty9;

import io.lasttab.core.Application;
import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.RequestSessions;
import io.lasttab.core.session.TrackedSession;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What Lasttab knows of one request while it runs, and of its response. Is used again with Jetty's request object, which it
 * must not hold; {@link #begin} and {@link #end} mark one request's part of its life.
 *
 * <p>Used by the threads that work on the request, one after the other, except that an application may ask for the session
 * on threads of its own: that part is guarded.
 */
final class RequestState {

    private final RequestSessions sessions = new RequestSessions();

    private volatile Application application; // null: Lasttab does nothing for this request
    private String markedCopy; // null as a rule: the request bears no mark
    private Injection injection; // null: no body byte and no commit yet

    /** A request begins for an application. */
    void begin(Application application, Request request) {
        synchronized (sessions) {
            end(); // of a context that has passed the request on to another one
            this.application = application;
            sessions.begin();
        }
        markedCopy = application.mark().takeOff(new JettyRequestHead(request)); // not kept: it holds the request
    }

    boolean isBegun() {
        return application != null;
    }

    /** The request has entered a session; nothing is done if none is begun. */
    void uses(TrackedSession session) {
        sessions.enter(session);
    }

    /** Whether the request has entered a session, be it one that was claimed for its end. */
    boolean hasSession() {
        return !sessions.isEmpty();
    }

    /** The request is over. */
    void end() {
        synchronized (sessions) {
            Application served = application;
            if (served == null) {
                return;
            }
            sessions.end(injection != null && injection.isUnseenPage());
            if (injection != null) {
                served.injectionOver(injection);
                injection = null;
            }
            application = null;
        }
    }

    /** Whether it is decided what becomes of the response's body. */
    boolean isDecided() {
        return injection != null;
    }

    /**
     * The next body bytes, as they are to go out; or, without any, the headers alone.
     *
     * @return the same buffer, or another one in its place
     */
    ByteBuffer body(ByteBuffer bytes, Request request) {
        Application served = application;
        if (served == null) {
            return bytes;
        }
        if (injection == null) {
            JettyResponseHead head = new JettyResponseHead(request, markedCopy); // not kept: it holds the request
            injection = served.begins(head, sessions);
            if (injection.isSeeking()) {
                return commit(bytes, request.getResponse(), head);
            }
        }
        return injection.isSeeking() && bytes.hasRemaining() ? splice(bytes) : bytes;
    }

    /** The first bytes, right before which the headers go out. */
    private ByteBuffer commit(ByteBuffer bytes, Response response, JettyResponseHead head) {
        boolean fixed = response.getContentLength() >= 0;
        // Without a byte there is no place, now or later.
        boolean mayChange = !response.isCommitted() && !response.isIncluding() && response.getContentLength() != 0;
        if (fixed && (!mayChange || (!bytes.hasRemaining() && !head.isNavigation()))) {
            injection.giveUp(Skip.LENGTH_FIXED);
            return bytes;
        }
        ByteBuffer first = bytes.hasRemaining() ? splice(bytes) : bytes;
        if (fixed && (injection.isPlaced() || injection.isSeeking())) {
            // Jetty counts what the application writes against this length (HttpOutput.complete), so it cannot be
            // raised.
            // A body that goes out in one piece gets its own length from the generator; any other is chunked.
            response.setContentLength(-1);
        }
        if (mayChange) {
            injection.mark(head);
        }
        return first;
    }

    private ByteBuffer splice(ByteBuffer bytes) {
        ByteBuffer spliced = injection.splice(bytes);
        if (injection.isPlaced()) {
            sessions.documentServed(injection.address());
        }
        return spliced;
    }
}
