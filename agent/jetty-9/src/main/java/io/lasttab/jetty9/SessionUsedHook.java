package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import io.lasttab.core.session.SessionTracker;
import io.lasttab.core.session.TrackedSession;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.session.Session;

/** A request enters a session. */
final class SessionUsedHook extends Hook {

    private final Applications applications;
    private final Requests requests;

    SessionUsedHook(Applications applications, Requests requests) {
        this.applications = applications;
        this.requests = requests;
    }

    @Override
    public void event(Object request, Object entered) {
        RequestState state = requests.find((Request) request);
        if (state == null || !(entered instanceof Session)) {
            return;
        }
        Session session = (Session) entered;
        Application application = applications.find(session.getSessionHandler());
        if (application != null) {
            state.uses(track(session, application.sessions()));
        }
    }

    /**
     * The session's ledger. A session that is seen for the first time, but is not new, was loaded from the store, after a
     * restart or because the cache had evicted it: it may have pages that nothing is known of until they speak.
     */
    private static TrackedSession track(Session session, SessionTracker sessions) {
        TrackedSession known = sessions.find(session);
        if (known != null) {
            return known;
        }
        TrackedSession tracked = sessions.track(session);
        if (!isNew(session)) {
            tracked.unseenPageServed();
        }
        return tracked;
    }

    private static boolean isNew(Session session) {
        try {
            return session.isNew();
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }
}
