package io.lasttab.core.settings;

import java.util.Locale;

/** A key's checked value, and how to name it to the operator. */
final class Setting {

    final Key key;

    /** Key, value and place, such as {@code grace.closed=10s in /etc/lasttab.properties (line 3)}. */
    final String subject;

    private final String text;

    /** @param text a value that the key does not object to */
    Setting(Key key, String text, String subject) {
        this.key = key;
        this.text = text;
        this.subject = subject;
    }

    static Setting defaultOf(Key key) {
        return new Setting(key, key.defaultText(), key.keyName() + "=" + key.defaultText() + " (default)");
    }

    /**
     * A value that comes from no {@link Source} but from a running program.
     *
     * @param value as it would be written in the file; null is refused like an empty value
     * @throws SettingsException if the key objects to it
     */
    static Setting of(Key key, String value) {
        String text = value == null ? "" : value.trim();
        String subject = key.keyName() + "=" + OneLine.of(text);
        String objection = key.objectionTo(text);
        if (objection != null) {
            throw new SettingsException(subject + ": " + objection);
        }
        return new Setting(key, text, subject);
    }

    /** For a key whose values are words: the word, in lower case. */
    String word() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The value as it is written. */
    String text() {
        return text;
    }

    /** For a key whose values are sizes or counts: bytes, or how many. */
    long amount() {
        return AmountText.amount(text);
    }

    /** For a key whose values are durations. */
    long millis() {
        return DurationText.millis(text);
    }
}
