package io.lasttab.core.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one source says. Filled while loading, then only read. */
final class Layer {

    private final Source source;
    private final Map<Key, Setting> general = new EnumMap<>(Key.class);
    private final Map<String, Map<Key, Setting>> byApplication = new TreeMap<>();

    Layer(Source source) {
        this.source = source;
    }

    /**
     * Takes a value over, or says what is wrong with it.
     *
     * @param written the key without the source's prefix
     * @param where what to say behind key and value, such as {@code " in x.properties (line 3)"}
     */
    void add(String written, String value, String where, Problems problems) {
        String name = source.prefix + OneLine.of(written);
        Address address = source.spelling.read(written);
        if (address == null) {
            problems.add("unknown " + (source.noun.isEmpty() ? "key " : source.noun) + name + where + ": "
                    + Suggestion.of(written, source));
            return;
        }
        String text = value.trim();
        String subject = source.noun + name + "=" + OneLine.of(text) + where;
        if (address.application != null && !address.key.perApplication()) {
            problems.add(subject + ": this key is for the whole server, not for one application: write " + source.prefix
                    + source.spelling.of(address.key));
            return;
        }
        String objection = address.key.objectionTo(text);
        if (objection != null) {
            problems.add(subject + ": " + objection);
            return;
        }
        Map<Key, Setting> settings = address.application == null ? general : ofApplication(address.application);
        Setting previous = settings.putIfAbsent(address.key, new Setting(address.key, text, subject));
        if (previous != null) {
            problems.add(subject + " repeats " + previous.subject + ": keep one of them");
        }
    }

    private Map<Key, Setting> ofApplication(String application) {
        Map<Key, Setting> own = byApplication.get(application);
        if (own == null) {
            own = new EnumMap<>(Key.class);
            byApplication.put(application, own);
        }
        return own;
    }

    /** Puts what holds for all applications over the given settings. */
    void overlayGeneral(Map<Key, Setting> settings) {
        settings.putAll(general);
    }

    /** Puts what holds for this application only over the given settings. */
    void overlayApplication(String context, Map<Key, Setting> settings) {
        Map<Key, Setting> own = byApplication.get(source.spelling.application(context));
        if (own != null) {
            settings.putAll(own);
        }
    }

    /** This layer, but with what an earlier one says for single applications of keys that cannot change at run time. */
    Layer after(Layer earlier) {
        Layer following = new Layer(source);
        following.general.putAll(general);
        following.copyApplications(this, true);
        following.copyApplications(earlier, false);
        return following;
    }

    private void copyApplications(Layer from, boolean atRunTime) {
        for (Map.Entry<String, Map<Key, Setting>> application : from.byApplication.entrySet()) {
            for (Setting setting : application.getValue().values()) {
                if (setting.key.changesAtRunTime() == atRunTime) {
                    ofApplication(application.getKey()).put(setting.key, setting);
                }
            }
        }
    }

    /**
     * Adds the values that are for one application, under their names as the operator would type them.
     *
     * @param atRunTime those of keys that change at run time, or those of keys that do not
     */
    void addApplicationsTo(Map<String, String> values, boolean atRunTime) {
        Spelling spelling = source.spelling;
        for (Map.Entry<String, Map<Key, Setting>> application : byApplication.entrySet()) {
            String name = application.getKey().isEmpty() ? Spelling.ROOT : application.getKey();
            for (Setting setting : application.getValue().values()) {
                if (setting.key.changesAtRunTime() == atRunTime) {
                    String key = spelling.applicationPrefix + name + spelling.separator + spelling.of(setting.key);
                    values.put(source.prefix + key, setting.text());
                }
            }
        }
    }

    /** All values of a key that are for one application, by application. */
    List<Setting> ofApplications(Key key) {
        List<Setting> found = new ArrayList<>();
        for (Map<Key, Setting> own : byApplication.values()) {
            Setting setting = own.get(key);
            if (setting != null) {
                found.add(setting);
            }
        }
        return found;
    }
}
