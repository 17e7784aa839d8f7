package io.lasttab.core.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What holds for one application. Immutable. */
public final class ApplicationSettings {

    private final Map<Key, Setting> settings;
    private final boolean enabled;
    private final Mode mode;
    private final Map<Grace, Long> graceMillis = new EnumMap<>(Grace.class);
    private final long aliveMillis;
    private final HostNames ownHosts;
    private final HostNames awayHosts;

    /** @param settings a value for every key */
    ApplicationSettings(Map<Key, Setting> settings) {
        this.settings = settings;
        enabled = settings.get(Key.ENABLED).word().equals("true");
        mode = Mode.valueOf(settings.get(Key.MODE).word().toUpperCase(Locale.ROOT));
        for (Grace grace : Grace.values()) {
            graceMillis.put(grace, settings.get(grace.key()).millis());
        }
        aliveMillis = settings.get(Key.ALIVE).millis();
        ownHosts = new HostNames(settings.get(Key.OWN_HOSTS).word());
        awayHosts = new HostNames(settings.get(Key.AWAY_HOSTS).word());
    }

    /**
     * These settings with another value, as an operator changes it while the server runs.
     *
     * @param value as it would be written in the file; null is refused like an empty value
     * @throws SettingsException if the value is wrong, does not go with the others, or needs a restart
     */
    public ApplicationSettings with(Key key, String value) {
        Setting setting = Setting.of(key, value);
        if (!key.changesAtRunTime()) {
            throw new SettingsException(
                    setting.subject + ": this key is read at start only: set it and restart the server");
        }
        Map<Key, Setting> changed = new EnumMap<>(settings);
        changed.put(key, setting);
        Problems problems = new Problems();
        checkTogether(changed.get(Key.ALIVE), changed.get(Key.GRACE_LOST), problems);
        problems.raise();
        return new ApplicationSettings(changed);
    }

    /** A page must be heard of at least once before it counts as lost. */
    static void checkTogether(Setting alive, Setting lost, Problems problems) {
        if (alive.millis() >= lost.millis()) {
            problems.add(alive.subject + " must be shorter than " + lost.subject + ": lower alive or raise grace.lost");
        }
    }

    /** Whether the sessions of this application are looked after at all. */
    public boolean enabled() {
        return enabled;
    }

    /** Whether its orphaned sessions are ended or only counted; never null. */
    public Mode mode() {
        return mode;
    }

    /** How long to wait before a session is ended, in milliseconds: always positive, at most 24 hours. */
    public long graceMillis(Grace kind) {
        return graceMillis.get(kind);
    }

    /**
     * Whether another host than the one that was asked is part of the application all the same.
     *
     * @param host a name in any case, with a port behind it if it is not the one of the scheme
     */
    public boolean isOwnHost(String host) {
        return ownHosts.name(host) && !awayHosts.name(host);
    }

    /** {@link Key#OWN_HOSTS} as it is written. */
    public String ownHosts() {
        return ownHosts.toString();
    }

    /** {@link Key#AWAY_HOSTS} as it is written. */
    public String awayHosts() {
        return awayHosts.toString();
    }

    /** A key's value as it is written. */
    public String text(Key key) {
        return settings.get(key).text();
    }

    /**
     * The path under which browsers see the application: its context path, unless a proxy shows it under another one.
     *
     * @param contextPath as it stands in addresses; empty for the root
     * @return without a slash at its end; empty for the whole host
     */
    public String publicPath(String contextPath) {
        return PublicPath.of(settings.get(Key.PUBLIC_PATH).text(), contextPath);
    }

    /** How often an open page says alive, in milliseconds: always shorter than the grace {@link Grace#LOST}. */
    public long aliveMillis() {
        return aliveMillis;
    }
}
