package io.lasttab.report.log;

/** Why a session ended, by the names of the exit log, and {@link #UNKNOWN} for those that came after this version. */
public enum Cause {
    ORPHANED_CLOSED(Ender.LASTTAB, "Last page closed"),
    ORPHANED_LEFT(Ender.LASTTAB, "Left for another address"),
    ORPHANED_SENT_AWAY(Ender.LASTTAB, "Sent away, not back"),
    ORPHANED_LOST(Ender.LASTTAB, "Fell silent"),
    LOGOUT(Ender.OTHER, "Logged out"),
    TIMEOUT(Ender.TIMEOUT, "Idle timeout"),
    UNDEPLOY(Ender.OTHER, "Application stopped"),
    OPERATOR(Ender.OTHER, "Ended by an operator"),
    UNKNOWN(Ender.OTHER, "Another cause");

    private final Ender ender;
    private final String label;

    Cause(Ender ender, String label) {
        this.ender = ender;
        this.label = label;
    }

    static Cause of(String name) {
        for (Cause cause : values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return UNKNOWN;
    }

    public Ender ender() {
        return ender;
    }

    /** In a few words, for people. */
    public String label() {
        return label;
    }
}
