package io.lasttab.probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the container told this application about its sessions, in order: {@code millis event session}. */
final class EventLog {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private EventLog() {}

    static void add(String event, String session) {
        LINES.add(System.currentTimeMillis() + " " + event + " " + session);
    }

    static List<String> lines() {
        return LINES;
    }
}
