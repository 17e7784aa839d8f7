package io.lasttab.tomcat;

import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.RequestSessions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * What Lasttab knows of one request while it runs, and of its response. Sits in one of the {@link RequestNotes}, so that a
 * request costs no new object: {@link #begin} and {@link #end} mark one request's part of its life. What is as a rule the same
 * for all requests over one connection stays and is only written when it changes: references written into an object as old as
 * this one cost the garbage collector work.
 *
 * <p>Used by the threads that work on the request, one after the other, except that an application may ask for the session
 * on threads of its own: that part is guarded.
 */
final class RequestState {

    /** As in {@code org.apache.coyote.Constants.SENDFILE_FILENAME_ATTR}, which is newer than 8.5.9. */
    private static final String SENDFILE = "org.apache.tomcat.sendfile.filename";

    private final Request request;
    private final CoyoteRequestHead requestHead;
    private final CoyoteResponseHead head;
    private final RequestSessions sessions = new RequestSessions();

    private KnownContext context; // if no request is begun, that of the one before
    private String markedCopy; // null as a rule: the request bears no mark
    private boolean decided; // if not, there was no body byte and no commit yet
    private Injection injection; // if not decided, that of the response before
    private volatile boolean betweenHooks; // the headers promise the tag, which goes in with the body
    private boolean offered; // the next body bytes were looked at before the headers were committed
    private ByteBuffer beginning; // what is to go out before the next body bytes, up to and with the tag
    private int taken; // how many of those bytes it has in it

    RequestState(Request request) {
        this.request = request;
        this.requestHead = new CoyoteRequestHead(request);
        this.head = new CoyoteResponseHead(request, this);
    }

    /**
     * The request belongs to an application. May be told twice, as the rewrite valve has requests parsed again.
     *
     * @param session that it names, Tomcat's own; null for none
     * @return false if the session is being ended, so that the request comes too late for it
     */
    boolean begin(KnownContext context, Object session) {
        if (isBegun() && this.context.application() != context.application()) {
            end();
        }
        if (this.context != context) {
            this.context = context;
        }
        requestHead.read();
        String taken =
                requestHead.isConditional() ? context.application().mark().takeOff(requestHead) : null;
        if (taken != null) {
            markedCopy = taken; // it is gone if it is looked for again
        }
        // Last: should it fail, the request has begun with nothing that another one has left.
        return sessions.begin(session, context.application().sessions());
    }

    /** What the last request over this connection was for; null if there was none yet. */
    KnownContext lastContext() {
        return context;
    }

    /** What the browser wants the answer for, as it said when the request came; null if it does not say. */
    String fetchDest() {
        return requestHead.fetchDest();
    }

    /** Why the browser asks already now; null if it asks for what is to be shown at once. */
    String purpose() {
        return requestHead.purpose();
    }

    String markedCopy() {
        return markedCopy;
    }

    boolean isBegun() {
        return sessions.isOpen();
    }

    /** The request uses a session of Tomcat's, if it was begun. */
    void uses(Object session) {
        KnownContext known = context;
        if (known != null && !sessions.isSeenToUse(session)) {
            sessions.use(session, known.application().sessions());
        }
    }

    /** The request is over. */
    void end() {
        try {
            sessions.end(decided && injection.isUnseenPage());
            if (decided) {
                context.application().injectionOver(injection);
            }
        } finally { // the next request must find nothing of this one
            decided = false;
            leave();
            offered = false;
            beginning = null;
            markedCopy = null;
        }
    }

    /** The headers are about to be committed; what there is of the body stands in the container's buffers. */
    void commit(ByteBuffer bytes, CharBuffer chars) {
        Response response = request.getResponse();
        if (!isBegun() || response.isCommitted()) {
            return;
        }
        forgetWhatWasNotSent(response);
        decide();
        long length = response.getContentLengthLong();
        if (!injection.isSeeking() || length <= 0) {
            return; // nothing goes in, or there is no length to correct: an empty body stays empty
        }
        betweenHooks = true; // before it is asked whether the agent is there to stay, so one of the two sees the other
        if (context.application().isOn()) {
            decideLength(bytes, chars, length, response);
        } else {
            injection.giveUp(Skip.AGENT_OFF);
        }
        betweenHooks = offered;
    }

    private void decideLength(ByteBuffer bytes, CharBuffer chars, long length, Response response) {
        if (bytes.hasRemaining() && !chars.hasRemaining()) {
            seek(bytes);
            offered = true;
            fitLength(bytes.remaining(), length, response);
        } else if (injection.wouldPlaceIn(bytes, chars) || (isStillToCome(bytes, chars) && head.isNavigation())) {
            sendHeaders(-1, length, response); // the tag is going to go in, but the bytes are not there yet: chunked
        } else {
            injection.giveUp(Skip.LENGTH_FIXED);
        }
    }

    private void leave() {
        if (betweenHooks) {
            betweenHooks = false; // written only where it was set: for a response that is HTML of a fixed length
        }
    }

    boolean isBetweenHooks() {
        return betweenHooks;
    }

    private void decide() {
        Injection next = context.application().begins(head, sessions);
        if (injection != next) {
            injection = next; // those of responses that are not HTML are one and the same
        }
        decided = true;
    }

    /** It was decided already, but then the headers could not be sent, as they were too long: it is another response now. */
    private void forgetWhatWasNotSent(Response response) {
        if (decided && !response.isCommitted()) {
            decided = false;
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
            sendHeaders(length + injection.addedBytes(), length, response);
        } else if (injection.isSeeking() && length > seen) {
            sendHeaders(-1, length, response); // the place is still to come
        }
    }

    /**
     * Commits the headers, as Tomcat is about to do, with another length than the application's. That one stays what Tomcat
     * counts against: from Servlet 6.1 on it closes a response as soon as the application has written as many bytes ({@code
     * OutputBuffer.updateBytesWritten}).
     *
     * @param sent -1 for none
     */
    private void sendHeaders(long sent, long own, Response response) {
        response.setContentLength(sent);
        try {
            response.action(ActionCode.COMMIT, response); // like Response.commit, or sendHeaders in old versions
            response.setCommitted(true);
        } catch (RuntimeException failed) {
            return; // they are too long: Tomcat's own try, which comes next, meets the same and tells the application
        }
        if (head.header("Content-Encoding") == null) { // else Tomcat compresses, and counts against nothing
            response.setContentLength(own);
        }
    }

    /** The next body bytes, as they are to go out. */
    ByteBuffer body(ByteBuffer bytes) {
        if (!isBegun() || !bytes.hasRemaining()) {
            return bytes;
        }
        forgetWhatWasNotSent(request.getResponse());
        if (offered) {
            offered = false;
            leave();
        } else if (!decided) {
            decide();
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
            // The client is gone, or the headers cannot be sent: Tomcat's own write meets the same and tells of it.
            return request.getResponse().isCommitted() ? rest : bytes;
        }
        return rest;
    }
}
