package io.lasttab.it.soak;

import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Http;
import io.lasttab.it.server.QuietProbe;
import io.lasttab.it.server.Server;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Deploys an application, replaces it where that is safe, takes it away: each time while pages of it are open and ends of sessions are due. */
final class Deployer implements Crowd.Actor {
    private static final String CONTEXT = "cycle";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Scene scene;
    private final Path first;
    private final Path second;
    private final AtomicInteger deployments = new AtomicInteger();

    Deployer(Scene scene) {
        this.scene = scene;
        first = QuietProbe.war(scene.server().target().container(), "first");
        second = QuietProbe.war(scene.server().target().container(), "second");
    }

    int deployments() {
        return deployments.get();
    }

    /** Ends with the application taken away, even when the course is over meanwhile. */
    @Override
    public void goRound() {
        Server server = scene.server();
        server.deploy(CONTEXT, first);
        deployments.incrementAndGet();
        use();
        if (server.target().container().replacesInUse()) {
            server.deploy(CONTEXT, second);
            await("the application to be replaced").atMost(PATIENCE).until(this::isReplaced);
            deployments.incrementAndGet();
            use();
        }
        server.undeploy(CONTEXT);
        scene.course().rest(3_000, 8_000);
    }

    private boolean isReplaced() {
        try {
            return Http.on(scene.server().port())
                    .get("/" + CONTEXT + "/" + QuietProbe.VERSION)
                    .text()
                    .equals("second");
        } catch (UncheckedIOException | AssertionError between) {
            return false;
        }
    }

    private void use() {
        for (int i = 0; i < 3; i++) {
            new Guest(scene.server(), CONTEXT, scene.requests()).open("way/session"); // stays open
            Guest guest = new Guest(scene.server(), CONTEXT, scene.requests());
            guest.bye(guest.open("way/session"));
        }
    }
}
