package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.TrackedSession;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;

/**
 * A session ends, whoever ends it: finds out why. Woven into the start of {@code StandardSession.expire}, which every end of a
 * session goes through, whatever its cause.
 */
final class SessionEndHook extends Hook {

    private final Applications applications;

    SessionEndHook(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void event(Object ending, Object unused) {
        Session session = (Session) ending;
        Manager manager = session.getManager();
        Context context = manager == null ? null : manager.getContext();
        Application application = context == null ? null : applications.find(context);
        TrackedSession tracked =
                application == null ? null : application.sessions().find(session);
        if (tracked != null) {
            tracked.endedBy(causeOf(session, context));
        }
    }

    /** An end that the reaper has claimed is counted under the reaper's cause, whatever is said here. */
    private static ExitCause causeOf(Session session, Context context) {
        if (!context.getState().isAvailable()) {
            return ExitCause.UNDEPLOY;
        }
        int limit = session.getMaxInactiveInterval();
        boolean idle = limit > 0 && session.getIdleTimeInternal() / 1000 >= limit;
        return idle ? ExitCause.TIMEOUT : ExitCause.LOGOUT;
    }
}
