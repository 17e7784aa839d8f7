package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.TrackedSession;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.session.ManagedSession;

/** A session ends, whoever ends it: finds out why. */
final class SessionEndHook extends Hook {

    private final Contexts contexts;

    SessionEndHook(Contexts contexts) {
        this.contexts = contexts;
    }

    /** Asked only when {@code beginInvalidate} is true, which it is once for a session; never intercepts. */
    @Override
    public boolean intercept(Object ending, Object unused, Object unusedToo, Object unusedEither) {
        ManagedSession session = (ManagedSession) ending;
        Application application = contexts.applicationOf(session);
        TrackedSession tracked =
                application == null ? null : application.sessions().find(session);
        if (tracked != null) {
            tracked.endedBy(causeOf(session));
        }
        return false;
    }

    /** An end that the reaper has claimed is counted under the reaper's cause, whatever is said here. */
    private static ExitCause causeOf(ManagedSession session) {
        if (!((AbstractSessionManager) session.getSessionManager()).isRunning()) {
            return ExitCause.UNDEPLOY;
        }
        return session.isExpiredAt(System.currentTimeMillis()) ? ExitCause.TIMEOUT : ExitCause.LOGOUT;
    }
}
