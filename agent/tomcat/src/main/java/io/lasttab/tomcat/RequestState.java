package io.lasttab.tomcat;

import io.lasttab.core.Application;
import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.RequestSessions;
import java.io.IOException;
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
    private boolean offered; // the next body bytes were looked at before the headers were committed
    private ByteBuffer beginning; // what is to go out before the next body bytes, up to and with the tag
    private int taken; // how many of those bytes it has in it

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
        offered = false;
        beginning = null;
        markedCopy = null;
        application = null;
    }

    /** The headers are about to be committed; what there is of the body stands in the container's buffers. */
    void commit(ByteBuffer bytes, CharBuffer chars) {
        Response response = request.getResponse();
        if (application == null || response.isCommitted()) {
            return;
        }
        forgetWhatWasNotSent(response);
        injection = application.begins(head, sessions);
        long length = response.getContentLengthLong();
        if (!injection.isSeeking() || length <= 0) {
            return; // nothing goes in, or there is no length to correct: an empty body stays empty
        }
        if (bytes.hasRemaining() && !chars.hasRemaining()) {
            seek(bytes);
            offered = true;
            fitLength(bytes.remaining(), length, response);
        } else if (injection.wouldPlaceIn(bytes, chars) || (isStillToCome(bytes, chars) && head.isNavigation())) {
            response.setContentLength(-1); // the tag is going to go in, but the bytes are not there yet: chunked
        } else {
            injection.giveUp(Skip.LENGTH_FIXED);
        }
    }

    /** It was decided already, but then the headers could not be sent, as they were too long: it is another response now. */
    private void forgetWhatWasNotSent(Response response) {
        if (injection != null && !response.isCommitted()) {
            injection = null;
            offered = false;
            beginning = null;
        }
    }

    /** Not if the connector sends a file by itself, at the application's or the default servlet's wish. */
    private boolean isStillToCome(ByteBuffer bytes, CharBuffer chars) {
        return !bytes.hasRemaining() && !chars.hasRemaining() && request.getAttribute(SENDFILE) == null;
    }

    /** Corrects the length for what was made of the first bytes: from here on nothing may fail. */
    private void fitLength(int seen, long length, Response response) {
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
        forgetWhatWasNotSent(request.getResponse());
        if (offered) {
            offered = false;
        } else if (injection == null) {
            injection = application.begins(head, sessions);
            if (injection.isSeeking()) {
                firstBody(bytes, request.getResponse());
            }
        } else if (injection.isSeeking()) {
            seek(bytes);
        }
        return beginning == null ? bytes : afterBeginning(bytes);
    }

    /** The buffer has overflown before anything was committed, or something else has committed the headers. */
    private void firstBody(ByteBuffer bytes, Response response) {
        long length = response.getContentLengthLong();
        if (length >= 0 && response.isCommitted()) {
            injection.giveUp(Skip.LENGTH_FIXED);
            return;
        }
        seek(bytes);
        if (length >= 0) {
            fitLength(bytes.remaining(), length, response);
        }
    }

    private void seek(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        ByteBuffer first = injection.beginning(rest);
        if (first != null) {
            if (!request.getResponse().isCommitted()) {
                injection.mark(head);
            }
            sessions.documentServed(injection.address());
            taken = rest.position() - bytes.position();
            beginning = first; // last: what fails before leaves the document as it is
        }
    }

    /** Sees to it that the beginning goes out; gives what is left of the bytes for Tomcat to write. */
    private ByteBuffer afterBeginning(ByteBuffer bytes) {
        ByteBuffer first = beginning;
        beginning = null;
        if (taken == bytes.remaining()) {
            return first;
        }
        ByteBuffer rest = bytes.duplicate();
        rest.position(rest.position() + taken);
        try {
            request.getResponse().doWrite(first);
        } catch (IOException | RuntimeException failed) {
            // The client is gone, or the headers cannot be sent: Tomcat's own write, which comes next, meets the same
            // and
            // tells the application.
            return request.getResponse().isCommitted() ? rest : bytes;
        }
        return rest;
    }
}
