package io.lasttab.it.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Those who use the server, each on a thread of its own, again and again until the course is over. */
final class Crowd {
    private static final Duration LAST_ROUND = Duration.ofMinutes(2);

    private final Course course;
    private final RequestTally requests;
    private final List<Thread> threads = new ArrayList<>();

    Crowd(Course course, RequestTally requests) {
        this.course = course;
        this.requests = requests;
    }

    /** One who uses the server; a round is all that he does from coming to going. */
    interface Actor {
        void goRound();
    }

    void send(int many, Supplier<Actor> actors) {
        for (int i = 0; i < many; i++) {
            Actor actor = actors.get();
            Thread thread = new Thread(() -> go(actor), actor.getClass().getSimpleName());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void go(Actor actor) {
        while (!course.isOver()) {
            try {
                actor.goRound();
            } catch (Course.Over end) {
                return;
            } catch (RuntimeException | AssertionError failure) {
                requests.failed(actor.getClass().getSimpleName(), failure);
            }
        }
    }

    /** Waits until all have ended what they were at. */
    void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(LAST_ROUND.toMillis());
            if (thread.isAlive()) {
                throw new AssertionError(thread.getName() + " does not come to an end");
            }
        }
    }
}
