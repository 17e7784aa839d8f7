package io.lasttab.jetty9;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.Applications;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.TrackedSession;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionData;
import org.eclipse.jetty.server.session.SessionHandler;

/** A session ends, whoever ends it: finds out why. */
final class SessionEndHook extends Hook {

    private final Applications applications;

    SessionEndHook(Applications applications) {
        this.applications = applications;
    }

    /** Asked only when {@code beginInvalidate} is true, which it is once for a session; never intercepts. */
    @Override
    public boolean intercept(Object ending, Object data, Object unused, Object unusedToo) {
        SessionHandler handler = ((Session) ending).getSessionHandler();
        Application application = handler == null ? null : applications.find(handler);
        TrackedSession tracked =
                application == null ? null : application.sessions().find(ending);
        if (tracked != null) {
            tracked.endedBy(causeOf((SessionData) data, handler));
        }
        return false;
    }

    /** An end that the reaper has claimed is counted under the reaper's cause, whatever is said here. */
    private static ExitCause causeOf(SessionData data, SessionHandler handler) {
        if (!handler.isRunning()) {
            return ExitCause.UNDEPLOY;
        }
        return data.isExpiredAt(System.currentTimeMillis()) ? ExitCause.TIMEOUT : ExitCause.LOGOUT;
    }
}
