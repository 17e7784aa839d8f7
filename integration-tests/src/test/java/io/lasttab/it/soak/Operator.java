package io.lasttab.it.soak;

import io.lasttab.it.server.Management;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at everything that Lasttab shows by JMX, lists sessions, and has the settings read again. */
final class Operator implements Crowd.Actor {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Scene scene;
    private final AtomicInteger looks = new AtomicInteger();

    Operator(Scene scene) {
        this.scene = scene;
    }

    int looks() {
        return looks.get();
    }

    @Override
    public void goRound() {
        Management management = scene.server().management();
        management.ofLasttab().forEach(management::everything);
        Object[] some = {0, 1_000};
        management.invoke(scene.server().application(Scene.CONTEXT), "list", some, "int", "int");
        if (looks.incrementAndGet() % 20 == 0) {
            management.invoke(Management.agent(), "reload", new Object[0]);
        }
        scene.course().rest(EVERY);
    }
}
