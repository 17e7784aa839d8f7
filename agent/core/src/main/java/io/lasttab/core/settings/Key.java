package io.lasttab.core.settings;

import java.util.Locale;

/** Every key there is, with all that is to be known of it. The reference in the documentation is checked against this. */
public enum Key {
    /** Whether sessions are watched at all. */
    ENABLED(
            "enabled",
            "true",
            "true|false",
            Ring.ESSENTIAL,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "Whether Lasttab looks after the sessions at all; false leaves the application as without the agent."),
    /** See {@link Mode}. */
    MODE(
            "mode",
            "enforce",
            "enforce|observe",
            Ring.ESSENTIAL,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "enforce ends orphaned sessions; observe only counts those that it would have ended."),
    /** See {@link Grace#CLOSED}. */
    GRACE_CLOSED(
            "grace.closed",
            "10s",
            "1s..24h",
            Ring.ESSENTIAL,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "How long a session is kept after its last tab was closed."),
    /** See {@link Grace#LEFT}. */
    GRACE_LEFT(
            "grace.left",
            "10s",
            "1s..24h",
            Ring.OFTEN,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "How long a session is kept after its last page was left for another address."),
    /** See {@link Grace#SENT_AWAY}. */
    GRACE_SENT_AWAY(
            "grace.sent-away",
            "15m",
            "1s..24h",
            Ring.OFTEN,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "How long a session is kept after the application itself sent its user to another site, to pay or to sign on."),
    /** See {@link Grace#LOST}. */
    GRACE_LOST(
            "grace.lost",
            "10m",
            // The floor is for tests; hidden pages speak once a minute at best, so servers want minutes.
            "5s..24h",
            Ring.OFTEN,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "How long a session is kept after its last page fell silent without saying bye; longer than alive."),
    /** A line for each ended session in the server's own log. */
    EXITS_LOG(
            "exits.log",
            "false",
            "true|false",
            Ring.OFTEN,
            Scope.WHOLE_SERVER,
            Change.AT_START,
            "Whether the server's standard error gets a line for each ended session."),
    /** A line for each ended session in a file. */
    EXITS_FILE(
            "exits.file",
            Key.NO_FILE,
            Key.FILE,
            Ring.OFTEN,
            Scope.WHOLE_SERVER,
            Change.AT_START,
            "The file that gets a line for each ended session; a relative path starts where the server was started."),
    /** See {@link Grace#BOOT}. */
    GRACE_BOOT(
            "grace.boot",
            "30s",
            "1s..10m",
            Ring.RARE,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "How long a delivered page may take until its script speaks; after that it counts as one that cannot."),
    /** Other hosts that are part of the application; {@link #AWAY_HOSTS} beats it. */
    OWN_HOSTS(
            "own.hosts",
            "none",
            HostNames.FORM,
            Ring.RARE,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "Other hosts that are part of the application: who is sent there is not sent away."),
    /** Exceptions from {@link #OWN_HOSTS}. */
    AWAY_HOSTS(
            "away.hosts",
            "none",
            HostNames.FORM,
            Ring.RARE,
            Scope.EACH_APPLICATION,
            Change.AT_RUN_TIME,
            "Hosts that are not part of the application although own.hosts names them."),
    /** The path outside, where a proxy maps it; part of the tag. */
    PUBLIC_PATH(
            "public.path",
            "same",
            PublicPath.FORM,
            Ring.RARE,
            Scope.EACH_APPLICATION,
            Change.AT_START,
            "The path under which browsers see the application, where a proxy shows it under another one."),
    /** The interval that is part of the page script; one for the server, because the script must be cacheable. */
    ALIVE(
            "alive",
            "60s",
            "5s..10m",
            Ring.RARE,
            Scope.WHOLE_SERVER,
            Change.AT_START,
            "How often an open page says that it is still there; shorter than grace.lost."),
    /** See {@link #EXITS_FILE}. */
    EXITS_MAX_SIZE(
            "exits.max-size",
            "10MB",
            "1KB..100GB",
            Ring.RARE,
            Scope.WHOLE_SERVER,
            Change.AT_START,
            "How large exits.file becomes before it is renamed and a new one is begun."),
    /** See {@link #EXITS_FILE}. */
    EXITS_KEEP(
            "exits.keep",
            "5",
            "1..1000",
            Ring.RARE,
            Scope.WHOLE_SERVER,
            Change.AT_START,
            "How many full files are kept beside exits.file; the oldest is deleted.");

    /** The value of a key for a file that stands for no file at all. */
    static final String NO_FILE = "none";

    private static final String FILE = "path or " + NO_FILE;

    /** How likely it is that an operator needs a key. */
    public enum Ring {
        /** Everyone should have seen it. */
        ESSENTIAL,
        /** Many will want to set it. */
        OFTEN,
        /** Few will ever need it. */
        RARE
    }

    private enum Scope {
        EACH_APPLICATION,
        WHOLE_SERVER
    }

    private enum Change {
        AT_RUN_TIME,
        AT_START
    }

    private final String keyName;
    private final String defaultText;
    private final String allowed;
    private final Ring ring;
    private final Scope scope;
    private final Change change;
    private final String description;

    /** @param allowed {@code from..to} for a duration, {@code one|other} for words, {@link HostNames#FORM} or {@link PublicPath#FORM} */
    Key(String keyName, String defaultText, String allowed, Ring ring, Scope scope, Change change, String description) {
        this.keyName = keyName;
        this.defaultText = defaultText;
        this.allowed = allowed;
        this.ring = ring;
        this.scope = scope;
        this.change = change;
        this.description = description;
    }

    /** The key as it is written in the file, such as {@code grace.closed}. */
    public String keyName() {
        return keyName;
    }

    /** What holds if it is not set, as it would be written. */
    public String defaultText() {
        return defaultText;
    }

    /** The units of which a value must carry one: {@code ms, s, m, h}; empty if the value is a word, a path or a count. */
    public String unit() {
        return isDuration() ? DurationText.UNITS : isAmount() && AmountText.hasUnit(least()) ? AmountText.UNITS : "";
    }

    /** The values that it takes, for people: {@code 1s to 24h} (both included), {@code true or false}, {@code host names}. */
    public String range() {
        return allowed.replace("..", " to ").replace("|", " or ");
    }

    /** What it does, in one line. */
    public String description() {
        return description;
    }

    /** How likely it is that an operator needs it. */
    public Ring ring() {
        return ring;
    }

    /** Whether it may be set for one application, as {@code app.<context>.<key>}. */
    public boolean perApplication() {
        return scope == Scope.EACH_APPLICATION;
    }

    /** Whether a new value holds without a restart. */
    public boolean changesAtRunTime() {
        return change == Change.AT_RUN_TIME;
    }

    /** Whether its values are durations; the others are words, host names or paths. */
    public boolean isDuration() {
        return allowed.contains("..") && !isAmount();
    }

    private boolean isAmount() {
        return allowed.contains("..") && AmountText.isAmount(least());
    }

    private String least() {
        return allowed.substring(0, allowed.indexOf(".."));
    }

    private String most() {
        return allowed.substring(allowed.indexOf("..") + 2);
    }

    /**
     * Reads a duration for this key. What depends on other keys is checked by {@link ApplicationSettings#with}.
     *
     * @param text a whole number and its unit, such as {@code 10s}; null is refused like an empty text
     * @return milliseconds, within this key's range
     * @throws SettingsException if the text is no duration or out of range; the message names key, value and range
     * @throws IllegalStateException if this key takes no duration
     */
    public long parseMillis(String text) {
        if (!isDuration()) {
            throw new IllegalStateException(keyName + " takes no duration");
        }
        return Setting.of(this, text).millis();
    }

    /** Why this trimmed text cannot be a value of this key, and what could; null if it can. */
    String objectionTo(String text) {
        if (allowed.equals(HostNames.FORM)) {
            return HostNames.objectionTo(text);
        }
        if (allowed.equals(FILE)) {
            return text.isEmpty() ? "no value: write a path, or " + NO_FILE : null;
        }
        if (isAmount()) {
            return AmountText.objectionTo(text, least(), most(), defaultText);
        }
        if (allowed.equals(PublicPath.FORM)) {
            return PublicPath.objectionTo(text);
        }
        if (!isDuration()) {
            String choice = "it must be " + range();
            String word = text.toLowerCase(Locale.ROOT);
            for (String allowedWord : allowed.split("\\|")) {
                if (allowedWord.equals(word)) {
                    return null;
                }
            }
            return text.isEmpty() ? "no value: " + choice : choice;
        }
        String forms = "such as " + defaultText + " (500ms, 10s, 15m, 2h; " + range() + ")";
        if (text.isEmpty()) {
            return "no value: write a duration, " + forms;
        }
        if (DurationText.lacksUnit(text)) {
            return "a duration needs a unit, " + forms;
        }
        if (!DurationText.isDuration(text)) {
            return "not a duration: write a whole number and its unit without a space, " + forms;
        }
        long millis = DurationText.millis(text);
        if (millis < DurationText.millis(least()) || millis > DurationText.millis(most())) {
            return "out of range: " + range() + " is allowed";
        }
        return null;
    }
}
