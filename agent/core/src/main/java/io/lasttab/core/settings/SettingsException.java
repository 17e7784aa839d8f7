package io.lasttab.core.settings;

/** Settings that cannot be used. The message is one line for the operator: which setting, where, and what would be right. */
public final class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
