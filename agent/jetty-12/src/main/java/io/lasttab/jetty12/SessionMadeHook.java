package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.ManagedSession;

/** A request makes a session: notes it when it is there. */
final class SessionMadeHook extends Hook {

    private final Contexts contexts;

    SessionMadeHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object replace(Object request, Object taker) {
        return new Taker((Request) request, (Consumer<ManagedSession>) taker);
    }

    private final class Taker implements Consumer<ManagedSession> {
        private final Request request;
        private final Consumer<ManagedSession> original;

        Taker(Request request, Consumer<ManagedSession> original) {
            this.request = request;
            this.original = original;
        }

        @Override
        public void accept(ManagedSession session) {
            original.accept(session);
            try {
                made(session);
            } catch (RuntimeException | Error fault) {
                contexts.contained("AbstractSessionManager.newSession", fault); // it is this hook's, after all
            }
        }

        private void made(ManagedSession session) {
            Application application = contexts.applicationOf(session);
            if (application == null || !application.isOn()) {
                return;
            }
            RequestState state = request == null ? null : RequestStream.stateOf(request);
            if (state != null) {
                state.uses(application.sessions().track(session)); // new: it has no page yet
            }
        }
    }
}
