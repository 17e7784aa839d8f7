package io.lasttab.probe;

/** Tells that a page was asked for, whether or not it is ever shown. */
public final class Asked {
    private Asked() {}

    /** Called by that page. */
    public static void of(String session) {
        EventLog.add("asked", session);
    }
}
