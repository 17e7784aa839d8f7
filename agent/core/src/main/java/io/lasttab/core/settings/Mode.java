package io.lasttab.core.settings;

import java.util.Locale;

/** What happens to a session whose last page has left. */
public enum Mode {
    /** It is ended when its grace is over. */
    ENFORCE,
    /** Everything is watched and counted as in {@link #ENFORCE}, but no session is ended. */
    OBSERVE;

    /** The mode as it is written in settings, such as {@code enforce}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
