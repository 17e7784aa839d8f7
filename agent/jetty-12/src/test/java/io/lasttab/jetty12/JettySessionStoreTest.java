package io.lasttab.jetty12;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.Applications;
import io.lasttab.core.Lasttab;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.Session;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real Jetty of the floor version, without the weaving: what the reaper's side does to its sessions. */
class JettySessionStoreTest {

    private final List<String> destroyed = new ArrayList<>();
    private final Server server = new Server();
    private final SessionHandler shop = new SessionHandler();
    private final SessionHandler desk = new SessionHandler();
    private JettySessionStore store;

    @BeforeEach
    void startServer() throws Exception {
        new Lasttab().start(null, false);
        store = new JettySessionStore(new Contexts(new Applications(), (where, fault) -> {}));
        server.setHandler(new ContextHandlerCollection(context("/shop", shop), context("/desk", desk)));
        server.start();
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    private ContextHandler context(String path, SessionHandler sessions) {
        ContextHandler context = new ContextHandler(sessions, path);
        context.setAttribute("listener", new Session.LifeCycleListener() {
            @Override
            public void onSessionDestroyed(Session session) {
                destroyed.add(path);
            }
        });
        return context;
    }

    /** A session as a request leaves it that is still running. */
    private static ManagedSession inUse(SessionHandler sessions, String id) throws Exception {
        ManagedSession session = sessions.getSessionCache().newSession(id, System.currentTimeMillis(), 60_000);
        sessions.getSessionCache().add(id, session);
        return session;
    }

    private static ManagedSession idle(SessionHandler sessions, String id) throws Exception {
        ManagedSession session = inUse(sessions, id);
        sessions.getSessionCache().release(session);
        return session;
    }

    @Test
    void ends_a_session_in_its_own_context_only() throws Exception {
        ManagedSession ours = idle(shop, "one");
        ManagedSession theirs = idle(desk, "one");
        store.expire(ours);
        assertThat(destroyed).containsExactly("/shop");
        assertThat(ours.isValid()).isFalse();
        assertThat(shop.getSessionCache().contains("one")).isFalse();
        assertThat(theirs.isValid()).isTrue();
        assertThat(desk.getSessionCache().contains("one")).isTrue();
    }

    @Test
    void leaves_a_session_alone_that_a_request_is_using() throws Exception {
        ManagedSession session = inUse(shop, "one");
        store.expire(session);
        assertThat(destroyed).isEmpty();
        assertThat(session.isValid()).isTrue();
    }

    @Test
    void leaves_what_was_loaded_in_the_place_of_an_evicted_session_alone() throws Exception {
        ManagedSession evicted = idle(shop, "one");
        shop.getSessionCache().delete("one");
        ManagedSession loaded = idle(shop, "one");
        store.expire(evicted);
        assertThat(destroyed).isEmpty();
        assertThat(loaded.isValid()).isTrue();
    }

    @Test
    void comes_too_late_for_a_session_that_is_over() throws Exception {
        ManagedSession session = idle(shop, "one");
        session.invalidate();
        store.expire(session);
        assertThat(destroyed).containsExactly("/shop");
    }

    @Test
    void a_request_that_comes_while_the_listeners_run_finds_no_session() throws Exception {
        ManagedSession session = idle(shop, "one");
        List<ManagedSession> found = new ArrayList<>();
        session.setAttribute("bound", new Session.ValueListener() {
            @Override
            public void onSessionAttributeUpdate(Session of, String name, Object before, Object after) {
                found.add(ResidentSessions.find(shop, "one"));
            }
        });
        found.clear();
        store.expire(session);
        assertThat(found).isNotEmpty().containsOnlyNulls();
    }
}
