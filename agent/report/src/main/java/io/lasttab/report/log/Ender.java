package io.lasttab.report.log;

/** Who ended a session, as far as it matters for what Lasttab is worth. */
public enum Ender {
    LASTTAB("Lasttab"),
    TIMEOUT("Idle timeout"),
    OTHER("Logout and others");

    private final String label;

    Ender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
