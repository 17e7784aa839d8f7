package io.lasttab.tomcat;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.coyote.Request;

/**
 * The notes in which requests carry their {@link RequestState}. Tomcat uses Coyote's request objects again for later requests
 * and never clears their notes; so a note holds a box of the JDK's, which can be emptied when the agent leaves.
 *
 * <p>One for each Tomcat, as this class itself. Safe for use by many threads.
 */
final class RequestNotes {

    /** Coyote's own notes use the lowest slots (Request.NOTE_BAD_REQUEST, CoyoteAdapter.ADAPTER_NOTES) of 32. */
    private static final int SLOT = 27;

    /** As many as there are request objects, which is some hundreds at most; gone with them. Guards itself. */
    private static final Set<AtomicReference<Object>> BOXES = Collections.newSetFromMap(new WeakHashMap<>());

    private static boolean left;

    private RequestNotes() {}

    /** The state of a request; made if there is none yet. */
    static RequestState of(Request request) {
        RequestState known = find(request);
        return known == null ? made(request) : known;
    }

    /** The state of a request; null if there is none. What another agent has left is none. */
    static RequestState find(Request request) {
        Object note = request.getNote(SLOT);
        Object state = note instanceof AtomicReference ? ((AtomicReference<?>) note).get() : null;
        return state instanceof RequestState ? (RequestState) state : null;
    }

    private static RequestState made(Request request) {
        RequestState state = new RequestState(request);
        synchronized (BOXES) {
            if (!left) {
                AtomicReference<Object> box = new AtomicReference<>(state);
                BOXES.add(box);
                request.setNote(SLOT, box);
            }
        }
        return state;
    }

    /** Whether a response has its headers, but not yet the body that they tell of. */
    static boolean isOneBetweenHooks() {
        synchronized (BOXES) {
            for (AtomicReference<Object> box : BOXES) {
                Object state = box.get();
                if (state instanceof RequestState && ((RequestState) state).isBetweenHooks()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Empties all notes, those to come included. */
    static void leave() {
        synchronized (BOXES) {
            left = true;
            for (AtomicReference<Object> box : BOXES) {
                box.set(null);
            }
            BOXES.clear();
        }
    }
}
