package io.lasttab.jetty12;

import io.lasttab.core.Application;
import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.RequestSessions;
import io.lasttab.core.session.TrackedSession;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;

/**
 * What Lasttab knows of one request while it runs, and of its response.
 *
 * <p>Jetty has one write of a response run at a time; an application may make a session on any thread, so that part is
 * guarded.
 */
final class RequestState {

    private static final String LENGTH = "Content-Length";

    private final Application application;
    private final PieceBuffers pieces;
    private final RequestSessions sessions = new RequestSessions();

    private String markedCopy; // null as a rule: the request bears no mark
    private Injection injection; // null: nothing was written yet
    private TaggedResponse decider; // the one that was written to first, and the only one that changes anything

    RequestState(Application application, PieceBuffers pieces) {
        this.application = application;
        this.pieces = pieces;
        sessions.begin();
    }

    /** The request has entered a session, of this application or of one that it was dispatched to. */
    void uses(TrackedSession session) {
        sessions.enter(session);
    }

    /** The mark was taken off this {@code If-None-Match} of the request. */
    void markTakenOff(String copy) {
        markedCopy = copy;
    }

    /** The request is over. */
    void end() {
        synchronized (sessions) {
            if (sessions.isOpen()) {
                sessions.end(injection != null && injection.isUnseenPage());
                if (injection != null) {
                    application.injectionOver(injection);
                }
            }
        }
    }

    /**
     * The next body bytes, as they are to go out.
     *
     * @param bytes may be null or empty: a write that only commits the head, or only ends the body
     * @return the same buffer, or one of the {@link PieceBuffers} that is to be handed back
     */
    ByteBuffer body(TaggedResponse response, boolean last, ByteBuffer bytes) {
        if (injection == null) {
            decider = response;
            return first(response, last, bytes);
        }
        return decider == response && injection.isSeeking() ? written(bytes, splice(bytes)) : bytes;
    }

    private ByteBuffer first(TaggedResponse response, boolean last, ByteBuffer bytes) {
        CoreResponseHead head = new CoreResponseHead(response, markedCopy);
        injection = application.begins(head, sessions);
        if (!injection.isSeeking()) {
            return bytes;
        }
        // The environments keep books of their own on the application's length, in their views of these headers
        // (ServletContextResponse). Changed below them, their books and the core's both balance.
        HttpFields.Mutable headers = beneath(response).getHeaders();
        long length = headers.getLongField(LENGTH);
        if (length < 0) {
            ByteBuffer spliced = splice(bytes);
            mark(response, head);
            return written(bytes, spliced);
        }
        boolean empty = bytes == null || !bytes.hasRemaining();
        // Without a byte there is no place, now or later.
        if (response.isCommitted() || length == 0 || (empty && !last && !head.isNavigation())) {
            injection.giveUp(Skip.LENGTH_FIXED);
            return bytes;
        }
        ByteBuffer spliced = splice(bytes);
        mark(response, head);
        if (injection.isPlaced()) {
            headers.put(LENGTH, Long.toString(length + injection.addedBytes()));
        } else if (injection.isSeeking() && !last) {
            headers.remove(LENGTH); // the place is still to come
        }
        return written(bytes, spliced);
    }

    private void mark(TaggedResponse response, CoreResponseHead head) {
        if (!response.isCommitted()) {
            injection.mark(head);
        }
    }

    /** Last: what fails before leaves the bytes as they are. */
    @SuppressWarnings("ReferenceEquality") // the same buffer comes back if nothing changes
    private static ByteBuffer written(ByteBuffer bytes, ByteBuffer spliced) {
        if (spliced != bytes) {
            bytes.position(bytes.limit()); // as if written itself: its owner looks for what is left in it
        }
        return spliced;
    }

    /** What the outermost of ours wraps, outside of the context. */
    private static Response beneath(TaggedResponse response) {
        Response outside = response.getWrapped();
        TaggedResponse next = TaggedResponse.find(outside);
        return next == null ? outside : beneath(next);
    }

    private ByteBuffer splice(ByteBuffer bytes) {
        if (bytes == null || !bytes.hasRemaining()) {
            return bytes;
        }
        ByteBuffer spliced = injection.splice(bytes, pieces);
        if (injection.isPlaced()) {
            sessions.documentServed(injection.address());
        }
        return spliced;
    }
}
