package io.lasttab.core.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong. A server's log tells the first problem, and how many more there are to expect. */
final class Problems {

    private final List<String> all = new ArrayList<>();

    void add(String problem) {
        all.add(problem);
    }

    /** One line for each, in the order in which they were met. */
    List<String> all() {
        return Collections.unmodifiableList(all);
    }

    /** @throws SettingsException if anything is wrong */
    void raise() {
        if (all.isEmpty()) {
            return;
        }
        String first = all.get(0);
        int more = all.size() - 1;
        throw new SettingsException(
                more == 0 ? first : first + " (and " + more + (more == 1 ? " more problem)" : " more problems)"));
    }
}
