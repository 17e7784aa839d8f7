package io.lasttab.dist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Visitors who ask a server for one thing after the other until they are stopped, and look at each answer. */
final class Visits implements AutoCloseable {

    private static final int VISITORS = 3;
    private static final String[] PATHS = {"/page", "/length", "/chunks", "/json", "/async"};

    private final ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger tagged = new AtomicInteger();
    private final AtomicReference<String> wrong = new AtomicReference<>();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    private Visits() {}

    static Visits of(ChildJvm server) {
        Visits visits = new Visits();
        for (int i = 0; i < VISITORS; i++) {
            visits.running.add(visits.visitors.submit(() -> visits.visit(server)));
        }
        return visits;
    }

    private void visit(ChildJvm server) {
        try {
            SpokenSession visitor = SpokenSession.begin(server);
            for (int i = 0; !stopped; i++) {
                String path = PATHS[i % PATHS.length];
                look(path, visitor.get(path));
            }
        } catch (IOException | RuntimeException | AssertionError failed) {
            wrong.compareAndSet(null, failed.toString());
        }
    }

    private void look(String path, String answer) {
        answers.incrementAndGet();
        if (answer.contains("/__lasttab/")) {
            tagged.incrementAndGet();
        }
        boolean json = path.equals("/json");
        int begin = answer.indexOf("\r\n\r\n");
        String length = answer.replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        boolean lengthRight = length.equals(answer) || Integer.parseInt(length) == answer.length() - begin - 4;
        boolean whole = json ? answer.contains("}") : answer.contains("</body></html>");
        if (!answer.startsWith("HTTP/1.1 200") || !whole || !lengthRight) {
            wrong.compareAndSet(null, path + "\n" + answer);
        }
    }

    int answers() {
        return answers.get();
    }

    /** How many of the answers had the tag. */
    int tagged() {
        return tagged.get();
    }

    /** The first answer that is not what the application has sent; null if all were. */
    String wrong() {
        return wrong.get();
    }

    @Override
    public void close() {
        stopped = true;
        visitors.shutdown();
        try {
            visitors.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
