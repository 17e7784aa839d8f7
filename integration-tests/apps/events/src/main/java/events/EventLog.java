package events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened to the sessions of this application, in order: {@code millis event session}. */
public final class EventLog {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private EventLog() {}

    public static void add(String event, String session) {
        LINES.add(System.currentTimeMillis() + " " + event + " " + session);
    }

    static List<String> lines() {
        return LINES;
    }
}
