package io.lasttab.core;

import io.lasttab.core.settings.FileWatch;
import io.lasttab.core.settings.Key;
import io.lasttab.core.settings.Settings;
import io.lasttab.core.settings.SettingsException;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force, and the applications that follow them when they are read again while the server runs. Settings that
 * are wrong change nothing. Safe for use by many threads.
 */
public final class LiveSettings {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final File file; // null if there is none
    private final FileWatch watch; // null if there is no file
    private final String agentArguments;
    private final Properties systemProperties;
    private final Map<String, String> environment;
    private final Set<Application> applications = ConcurrentHashMap.newKeySet();
    private volatile Settings inForce;
    private volatile String lastReload = "";

    /**
     * Reads the settings for the first time.
     *
     * @param agentArguments the path of the settings file; null or blank if there is none
     * @throws SettingsException if they are wrong
     */
    LiveSettings(String agentArguments, Properties systemProperties, Map<String, String> environment) {
        file = Settings.fileOf(agentArguments);
        watch = file == null ? null : new FileWatch(file); // before it is read
        this.agentArguments = agentArguments;
        this.systemProperties = systemProperties;
        this.environment = environment;
        inForce = read();
    }

    private Settings read() {
        return Settings.load(agentArguments, systemProperties, environment);
    }

    /** The settings in force, but for what operators have set for single applications. */
    public Settings inForce() {
        return inForce;
    }

    /** Has an application follow from now on. */
    void add(Application application) {
        applications.add(application);
        application.follow(this); // they may have changed since it was made
    }

    void remove(Application application) {
        applications.remove(application);
    }

    /**
     * Reads all settings again, because an operator asks for it: what was set by hand is undone.
     *
     * @return what has changed and what needs a restart, in one line
     * @throws SettingsException if they are wrong, with the reason in one line; nothing has changed then
     */
    public String reload() {
        return reload(true);
    }

    /** Whether there is a file that can change. */
    boolean isFromFile() {
        return watch != null;
    }

    /** Reads all settings again if the file has changed; what was set by hand stays. Reads a disk, so it may take long. */
    void reloadIfChanged() {
        if (watch.hasChanged()) {
            if (file.isFile() && file.length() == 0) {
                watch.beginsToBeRead(); // told once
                // Emptied by an editor, or by a disk that was full, rather than by somebody who wants all defaults.
                lastReload = Instant.now() + " The settings stay as they are: " + file + " is empty";
                LOG.warn("The settings stay as they are: {} is empty", file);
                return;
            }
            try {
                reload(false);
            } catch (SettingsException told) {
                LOG.debug("Told already", told);
            }
        }
    }

    private synchronized String reload(boolean undoByHand) {
        if (watch != null) {
            watch.beginsToBeRead();
        }
        try {
            Settings read = read();
            Settings before = inForce;
            Settings next = read.after(before);
            inForce = next;
            List<String> byHand = new ArrayList<>();
            for (Application application : applications) {
                Map<Key, String> set = undoByHand ? application.undoByHand() : application.setByHand();
                application.follow(this);
                set.forEach((key, value) -> byHand.add(key.keyName() + "=" + value + " of " + application.context()));
            }
            String answer = answer(next.changesSince(before), read.waitingForRestart(before), byHand, undoByHand);
            lastReload = Instant.now() + " " + answer;
            LOG.info(answer);
            return answer;
        } catch (SettingsException wrong) {
            lastReload = Instant.now() + " The settings stay as they are: " + wrong.getMessage();
            LOG.warn("The settings stay as they are: {}", wrong.getMessage());
            throw wrong;
        }
    }

    private String answer(List<String> changes, List<String> waiting, List<String> byHand, boolean undone) {
        StringBuilder answer = new StringBuilder("The settings were read again from ")
                .append(file == null ? "the system properties, as there is no settings file" : file)
                .append(": ")
                .append(changes.isEmpty() ? "none has changed" : String.join(", ", changes));
        if (!waiting.isEmpty()) {
            answer.append("; only a restart changes ").append(String.join(", ", waiting));
        }
        if (!byHand.isEmpty()) {
            answer.append(undone ? "; undone is what was set by JMX: " : "; what was set by JMX stays: ")
                    .append(String.join(", ", byHand));
        }
        return answer.toString();
    }

    /** When the settings were last read again, and what came of it, in one line; empty if they never were. */
    public String lastReload() {
        return lastReload;
    }
}
