package io.lasttab.it;

import java.time.Duration;

/** The settings that the servers under test run with, and what Lasttab promises under them. */
public final class Promise {
    public static final Duration GRACE = Duration.ofSeconds(2);
    /** Long enough to be told from all other graces after a detour of {@link #SEVERAL_GRACES}. */
    public static final Duration SENT_AWAY = Duration.ofSeconds(15);
    /** The shortest that there is. */
    public static final Duration ALIVE = Duration.ofSeconds(5);
    /** A confirmed last close ends the session within the grace and this. */
    public static final Duration SLACK = Duration.ofSeconds(1);
    /** How long a page may take to speak. */
    public static final Duration BOOT = Duration.ofSeconds(5);
    /** How long a session is watched that must not be ended. */
    public static final Duration SEVERAL_GRACES = GRACE.multipliedBy(3);
    /** From the closing of a tab to its bye at the server: 0.4 s were measured at worst, on a machine less busy. */
    public static final Duration BYE_LAG = Duration.ofSeconds(1);

    public static final String SETTINGS = String.join(
            "\n",
            "grace.closed=" + GRACE.toSeconds() + "s",
            "grace.left=" + GRACE.toSeconds() + "s",
            "grace.sent-away=" + SENT_AWAY.toSeconds() + "s",
            "grace.boot=" + BOOT.toSeconds() + "s",
            "alive=" + ALIVE.toSeconds() + "s",
            "");

    /** How long silence counts as life in the scenarios, which cannot wait for minutes. */
    public static final Duration LOST = Duration.ofSeconds(15);

    public static final String SETTINGS_OF_SCENARIOS = SETTINGS + "grace.lost=" + LOST.toSeconds() + "s\n";

    private Promise() {}
}
