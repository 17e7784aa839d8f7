package io.lasttab.core.settings;

import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All settings of the agent. Immutable.
 *
 * <p>A value for one application beats a value for all of them, whatever the sources: who names the application knows it
 * better. Otherwise the later source beats the earlier: default, file, environment variable {@code LASTTAB_<KEY>}, system
 * property {@code lasttab.<key>}. A value that is beaten must be valid all the same. Variables that Kubernetes sets for a
 * service named {@code lasttab} are none of ours ({@link ServiceLink}).
 *
 * <p>Loading may happen before the server's first line of code, so it stays clear of lambdas and of
 * regular expressions, which are made of lambdas: their first use is slow.
 */
public final class Settings {

    private static final String PROPERTY_PREFIX = "lasttab.";

    private final String source;
    private final List<Layer> layers;
    private final Map<Key, Setting> general;

    private Settings(String source, List<Layer> layers, Map<Key, Setting> general) {
        this.source = source;
        this.layers = layers;
        this.general = general;
    }

    /**
     * Reads and checks everything that is set. Properties and variables without Lasttab's prefix are ignored.
     *
     * @param agentArguments the path of a properties file in UTF-8; null or blank if there is none
     * @param systemProperties where {@code lasttab.*} is looked for; not null
     * @param environment where {@code LASTTAB_*} is looked for; not null
     * @throws SettingsException if anything is wrong: one line with the first problem (source, key, value and what would
     *     be right) and how many more there are
     */
    public static Settings load(String agentArguments, Properties systemProperties, Map<String, String> environment) {
        Problems problems = new Problems();
        Settings settings = read(agentArguments, systemProperties, environment, problems);
        problems.raise();
        return settings;
    }

    /**
     * What is wrong with a file by itself: properties and variables, which may stand beside it where it is used, are left out.
     *
     * @param file its path
     * @return one line for each problem; empty if there is none
     */
    public static List<String> problemsIn(String file) {
        Problems problems = new Problems();
        read(file, new Properties(), new TreeMap<>(), problems);
        return problems.all();
    }

    private static Settings read(
            String agentArguments, Properties systemProperties, Map<String, String> environment, Problems problems) {
        File file = fileOf(agentArguments);
        if (file == null) {
            return of("defaults", null, systemProperties, environment, problems);
        }
        Layer layer = new Layer(Source.FILE);
        new SettingsFile(file.getPath(), layer, problems).read(file);
        return of(file.getPath(), layer, systemProperties, environment, problems);
    }

    /**
     * What the sources say together.
     *
     * @param source what {@link #source} is to tell
     * @param file what the file says; null if there is none
     * @param problems takes what is wrong
     */
    static Settings of(
            String source,
            Layer file,
            Properties systemProperties,
            Map<String, String> environment,
            Problems problems) {
        List<Layer> layers = new ArrayList<>();
        if (file != null) {
            layers.add(file);
        }
        layers.add(fromEnvironment(environment, problems));
        layers.add(fromSystemProperties(systemProperties, problems));

        Map<Key, Setting> general = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            general.put(key, Setting.defaultOf(key));
        }
        for (Layer layer : layers) {
            layer.overlayGeneral(general);
        }
        checkTogether(general, layers, problems);
        return new Settings(source, layers, general);
    }

    /** The settings file that the agent's argument names; null if it names none. */
    public static File fileOf(String agentArguments) {
        String path = agentArguments == null ? "" : agentArguments.trim();
        // Absolute, so that a relative path shows the folder that it was resolved against.
        return path.isEmpty() ? null : new File(path).getAbsoluteFile();
    }

    /** What holds where nothing is set. */
    public static Settings defaults() {
        return load(null, new Properties(), new TreeMap<>());
    }

    /**
     * What holds for an application. One with a Tomcat version takes what is set for its name with the version, then what
     * is set for its name without.
     *
     * @param context the path as the container says it: empty or {@code /} for the root, {@code /shop}, {@code /a/b},
     *     {@code /shop##42}; null counts as the root
     */
    public ApplicationSettings forContext(String context) {
        String name = context == null ? "" : context;
        Map<Key, Setting> settings = new EnumMap<>(general);
        String withoutVersion = Spelling.withoutVersion(name);
        if (withoutVersion != null) {
            overlay(withoutVersion, settings);
        }
        overlay(name, settings);
        return new ApplicationSettings(settings);
    }

    /** What holds for applications for which nothing else is set. */
    public ApplicationSettings forAll() {
        return new ApplicationSettings(general);
    }

    /** The absolute path of the file, or {@code defaults} if no file was named (even where a property or variable is set). */
    public String source() {
        return source;
    }

    /**
     * These settings, as they can follow on others without a restart: what cannot change at run time stays as it is there.
     *
     * @param inForce those that the server has been running with, read from the same sources
     * @throws SettingsException if what stays does not go with what is new
     */
    public Settings after(Settings inForce) {
        Map<Key, Setting> following = new EnumMap<>(general);
        for (Key key : Key.values()) {
            if (!key.changesAtRunTime()) {
                following.put(key, inForce.general.get(key));
            }
        }
        Setting alive = following.get(Key.ALIVE);
        Problems problems = new Problems();
        for (Setting lost : allOfLost(following, layers)) {
            if (alive.millis() >= lost.millis()) {
                problems.add(lost.subject + " must be longer than alive, which is " + alive.text()
                        + " until the server is restarted: raise grace.lost, or restart the server");
            }
        }
        problems.raise();
        List<Layer> followingLayers = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            followingLayers.add(
                    layers.get(i).after(inForce.layers.get(i))); // of the same source: both were started alike
        }
        return new Settings(source, followingLayers, following);
    }

    /**
     * What these settings say of the keys that cannot change at run time, where it is not what the others say.
     *
     * @return such as {@code alive=30s (60s until then)}; empty if they agree
     */
    public List<String> waitingForRestart(Settings inForce) {
        List<String> waiting = new ArrayList<>();
        for (Key key : Key.values()) {
            String text = general.get(key).text();
            String before = inForce.general.get(key).text();
            if (!key.changesAtRunTime() && !text.equals(before)) {
                waiting.add(key.keyName() + "=" + OneLine.of(text) + " (" + OneLine.of(before) + " until then)");
            }
        }
        Map<String, String> before = inForce.ofApplicationsAtStart();
        for (Map.Entry<String, String> value : ofApplicationsAtStart().entrySet()) {
            String was = before.get(value.getKey());
            if (!value.getValue().equals(was)) {
                waiting.add(OneLine.of(value.getKey()) + "=" + OneLine.of(value.getValue()) + " ("
                        + (was == null ? "not set" : OneLine.of(was)) + " until then)");
            }
        }
        before.keySet().removeAll(ofApplicationsAtStart().keySet());
        for (Map.Entry<String, String> gone : before.entrySet()) {
            waiting.add(
                    OneLine.of(gone.getKey()) + ", not set any more (" + OneLine.of(gone.getValue()) + " until then)");
        }
        return waiting;
    }

    private Map<String, String> ofApplicationsAtStart() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Layer layer : layers) {
            layer.addApplicationsTo(values, false);
        }
        return values;
    }

    /**
     * What these settings say in another way than earlier ones, as an operator would write it.
     *
     * @return such as {@code mode=observe (was enforce)}, first what is for all applications; empty if they agree
     */
    public List<String> changesSince(Settings earlier) {
        Map<String, String> now = valuesByName();
        Map<String, String> before = earlier.valuesByName();
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, String> value : now.entrySet()) {
            String was = before.get(value.getKey());
            if (!value.getValue().equals(was)) {
                changes.add(OneLine.of(value.getKey()) + "=" + OneLine.of(value.getValue()) + " (was "
                        + (was == null ? "not set" : OneLine.of(was)) + ")");
            }
        }
        before.keySet().removeAll(now.keySet());
        for (Map.Entry<String, String> gone : before.entrySet()) {
            changes.add(OneLine.of(gone.getKey()) + " is not set any more (was " + OneLine.of(gone.getValue()) + ")");
        }
        return changes;
    }

    private Map<String, String> valuesByName() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : general.values()) {
            values.put(setting.key.keyName(), setting.text());
        }
        for (Layer layer : layers) {
            layer.addApplicationsTo(values, true);
        }
        return values;
    }

    /** Where the lines on ended sessions go. */
    public ExitLogSettings exitLog() {
        String path = general.get(Key.EXITS_FILE).text();
        return new ExitLogSettings(
                general.get(Key.EXITS_LOG).word().equals("true"),
                path.equals(Key.NO_FILE) ? null : new File(path).getAbsoluteFile(),
                general.get(Key.EXITS_MAX_SIZE).amount(),
                (int) general.get(Key.EXITS_KEEP).amount());
    }

    private void overlay(String context, Map<Key, Setting> settings) {
        for (Layer layer : layers) {
            layer.overlayApplication(context, settings);
        }
    }

    private static Layer fromEnvironment(Map<String, String> environment, Problems problems) {
        Layer layer = new Layer(Source.ENVIRONMENT);
        String prefix = Source.ENVIRONMENT.prefix;
        // Sorted, so that the first problem is the same one at every start.
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (name.startsWith(prefix)) {
                String written = name.substring(prefix.length());
                boolean key = Source.ENVIRONMENT.spelling.read(written) != null;
                if (key || !ServiceLink.isNamed(written)) {
                    layer.add(written, variable.getValue(), "", problems);
                }
            }
        }
        return layer;
    }

    private static Layer fromSystemProperties(Properties properties, Problems problems) {
        Layer layer = new Layer(Source.SYSTEM_PROPERTIES);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(name);
            if (name.startsWith(PROPERTY_PREFIX) && value != null) { // null: removed by another thread meanwhile
                layer.add(name.substring(PROPERTY_PREFIX.length()), value, "", problems);
            }
        }
        return layer;
    }

    /** A page that says alive less often than silence is forgiven would be taken for lost while it is open. */
    private static void checkTogether(Map<Key, Setting> general, List<Layer> layers, Problems problems) {
        Setting alive = general.get(Key.ALIVE);
        for (Setting lost : allOfLost(general, layers)) {
            ApplicationSettings.checkTogether(alive, lost, problems);
        }
    }

    private static List<Setting> allOfLost(Map<Key, Setting> general, List<Layer> layers) {
        List<Setting> all = new ArrayList<>();
        all.add(general.get(Key.GRACE_LOST));
        for (Layer layer : layers) {
            all.addAll(layer.ofApplications(Key.GRACE_LOST));
        }
        return all;
    }
}
