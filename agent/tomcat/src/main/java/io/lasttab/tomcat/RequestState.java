package io.lasttab.tomcat;

import io.lasttab.core.Application;
import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.RequestSessions;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * What Lasttab knows of one request while it runs, and of its response. Sits in a note of Coyote's request object, which
 * Tomcat uses again for the next request and never clears, so that a request costs no new object: {@link #begin} and {@link
 * #end} mark one request's part of its life.
 *
 * <p>Used by the threads that work on the request, one after the other, except that an application may ask for the session
 * on threads of its own: that part is guarded.
 */
final class RequestState {

    /** Coyote's own notes use the lowest slots (Request.NOTE_BAD_REQUEST, CoyoteAdapter.ADAPTER_NOTES) of 32. */
    private static final int SLOT = 27;

    /** As much as Tomcat's own output buffer and a tag; larger pages are written in pieces of that size. */
    private static final int MOST_SPARE = 10_000;

    /** As in {@code org.apache.coyote.Constants.SENDFILE_FILENAME_ATTR}, which is newer than 8.5.9. */
    private static final String SENDFILE = "org.apache.tomcat.sendfile.filename";

    private final Request request;
    private final CoyoteRequestHead requestHead;
    private final CoyoteResponseHead head;
    private final RequestSessions sessions = new RequestSessions();

    private Application application; // null: Lasttab does nothing for this request
    private String markedCopy; // null as a rule: the request bears no mark
    private Object lastSession; // Tomcat's own, as a request asks for the same one many times
    private Injection injection; // null: no body byte and no commit yet
    private ByteBuffer spare; // for the next page: whoever writes it has copied it on when the write returns
    private ByteBuffer ready; // the first bytes as they are to go out, made before the headers were committed

    private RequestState(Request request) {
        this.request = request;
        this.requestHead = new CoyoteRequestHead(request);
        this.head = new CoyoteResponseHead(request, this);
    }

    /** The state of a request; made if there is none yet. */
    static RequestState of(Request request) {
        RequestState state = find(request);
        if (state == null) {
            state = new RequestState(request);
            request.setNote(SLOT, state);
        }
        return state;
    }

    /** The state of a request; null if there is none. */
    static RequestState find(Request request) {
        return (RequestState) request.getNote(SLOT);
    }

    /** The request belongs to an application. May be told twice, as the rewrite valve has requests parsed again. */
    synchronized void begin(Application application) {
        if (this.application != application) {
            end();
            this.application = application;
        }
        String taken = application.mark().takeOff(requestHead);
        if (taken != null) {
            markedCopy = taken; // it is gone if it is looked for again
        }
    }

    String markedCopy() {
        return markedCopy;
    }

    boolean isBegun() {
        return application != null;
    }

    /**
     * The request uses a session of Tomcat's.
     *
     * @return false if the session is being ended, so that the request comes too late for it
     */
    synchronized boolean uses(Object session) {
        if (application == null || session == lastSession) {
            return true;
        }
        boolean inTime = sessions.use(application.sessions().track(session));
        if (inTime) {
            lastSession = session;
        }
        return inTime;
    }

    /** The request is over. */
    synchronized void end() {
        sessions.end(injection != null && injection.isUnseenPage());
        if (injection != null) {
            application.injectionOver(injection);
            injection = null;
        }
        lastSession = null;
        markedCopy = null;
        ready = null;
        application = null;
    }

    /** The headers are about to be committed; what there is of the body stands in the container's buffers. */
    void commit(ByteBuffer bytes, CharBuffer chars) {
        Response response = request.getResponse();
        if (application == null || injection != null || response.isCommitted()) {
            return;
        }
        injection = application.injection(head);
        if (injection.isTaggedCopy()) {
            sessions.documentServed();
        }
        long length = response.getContentLengthLong();
        if (!injection.isSeeking() || length <= 0) {
            return; // nothing goes in, or there is no length to correct: an empty body stays empty
        }
        if (bytes.hasRemaining() && !chars.hasRemaining()) {
            fitLength(splice(bytes), bytes.remaining(), length, response);
        } else if (injection.wouldPlaceIn(bytes, chars) || (isStillToCome(bytes, chars) && head.isNavigation())) {
            response.setContentLength(-1); // the tag is going to go in, but the bytes are not there yet: chunked
        } else {
            injection.giveUp(Skip.LENGTH_FIXED);
        }
    }

    /** Not if the connector sends a file by itself, at the application's or the default servlet's wish. */
    private boolean isStillToCome(ByteBuffer bytes, CharBuffer chars) {
        return !bytes.hasRemaining() && !chars.hasRemaining() && request.getAttribute(SENDFILE) == null;
    }

    /** Corrects the length for what was made of the first bytes, which are kept: from here on nothing may fail. */
    private void fitLength(ByteBuffer spliced, int seen, long length, Response response) {
        ready = spliced;
        if (injection.isPlaced()) {
            response.setContentLength(length + injection.addedBytes());
        } else if (injection.isSeeking() && length > seen) {
            response.setContentLength(-1); // the place is still to come
        }
    }

    /** The next body bytes, as they are to go out. */
    ByteBuffer body(ByteBuffer bytes) {
        if (application == null || !bytes.hasRemaining()) {
            return bytes;
        }
        if (ready != null) {
            ByteBuffer first = ready;
            ready = null;
            return first;
        }
        if (injection == null) {
            injection = application.injection(head);
            if (injection.isSeeking()) {
                return firstBody(bytes, request.getResponse());
            }
        }
        return injection.isSeeking() ? splice(bytes) : bytes;
    }

    /** The buffer has overflown before anything was committed, or something else has committed the headers. */
    private ByteBuffer firstBody(ByteBuffer bytes, Response response) {
        long length = response.getContentLengthLong();
        if (length >= 0 && response.isCommitted()) {
            injection.giveUp(Skip.LENGTH_FIXED);
            return bytes;
        }
        ByteBuffer spliced = splice(bytes);
        if (length >= 0) {
            fitLength(spliced, bytes.remaining(), length, response);
            ready = null;
        }
        return spliced;
    }

    private ByteBuffer splice(ByteBuffer bytes) {
        ByteBuffer spliced = injection.splice(bytes, spare);
        if (injection.isPlaced()) {
            if (!request.getResponse().isCommitted()) {
                injection.mark(head);
            }
            spare = spliced.capacity() <= MOST_SPARE ? spliced : null;
            sessions.documentServed();
        }
        return spliced;
    }
}
