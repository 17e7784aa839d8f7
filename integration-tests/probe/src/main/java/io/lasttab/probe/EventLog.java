package io.lasttab.probe;

import java.util.ArrayList;
import java.util.List;

/** What the container told this application about its sessions, in order: {@code millis event session}. */
final class EventLog {
    private static final List<String> LINES = new ArrayList<>(); // guarded by itself

    private EventLog() {}

    static void add(String event, String session) {
        String line = System.currentTimeMillis() + " " + event + " " + session;
        synchronized (LINES) {
            LINES.add(line);
        }
    }

    static List<String> lines() {
        synchronized (LINES) {
            return new ArrayList<>(LINES);
        }
    }
}
