package io.lasttab.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.lasttab.core.session.NoStore;
import io.lasttab.core.session.PageMessage;
import io.lasttab.core.session.TrackedSession;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationsTest {

    private static final String PAGE = " 9f86d081884c7d659a2feaa0c55ad015 ";
    private static final long GRACE_CLOSED = 10_000;
    private static final int CALLS = 20;

    private final Lasttab agent = new Lasttab();
    private final List<Object> contexts = new ArrayList<>(); // held, as the container does
    private final List<Object> sessions = new ArrayList<>();
    private final Set<Object> stopped = new HashSet<>();
    private Applications applications;

    @BeforeEach
    void start() {
        agent.start("", false);
        applications = new Applications();
    }

    @AfterEach
    void stop() {
        agent.stop();
    }

    private Application add(String context) {
        Object contextObject = new Object();
        contexts.add(contextObject);
        return applications.add(contextObject, "localhost", context, context, new NoStore(), stopped::contains);
    }

    private void leave(Application application) {
        Object session = new Object();
        sessions.add(session);
        TrackedSession tracked = application.sessions().track(session);
        tracked.heard(PageMessage.parse("hello" + PAGE + 1));
        tracked.heard(PageMessage.parse("bye" + PAGE + 2));
    }

    private static long endsInMillis(Application application) {
        return application.sessions().list(0, 1).get(0).getEndsInMillis();
    }

    @Test
    void holdAllThatAreThereWhenAHookHasFailed() {
        Application gone = add("/old");
        Application old = add("/other");
        stopped.add(contexts.get(0));
        Application added = add("/old");
        assertThat(gone.isForgotten()).isTrue();
        for (Application application : List.of(gone, old, added)) {
            leave(application);
        }

        applications.hookFailed();

        assertThat(endsInMillis(old)).isGreaterThan(GRACE_CLOSED);
        assertThat(endsInMillis(added)).isGreaterThan(GRACE_CLOSED);
        assertThat(endsInMillis(gone)).as("not known any more").isLessThanOrEqualTo(GRACE_CLOSED);
    }

    @Test
    void allocateNothingToHoldAll() {
        for (int i = 0; i < 3; i++) {
            add("/shop" + i);
        }
        applications.hookFailed(); // loads what that needs
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        allocated(threads, self, 1);

        // So few calls that the compiler has taken nothing off the heap yet.
        assertThat(allocated(threads, self, CALLS)).isEqualTo(allocated(threads, self, 0));
    }

    private long allocated(ThreadMXBean threads, long self, int calls) {
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < calls; i++) {
            applications.hookFailed();
        }
        return threads.getThreadAllocatedBytes(self) - before;
    }
}
