package io.lasttab.core.settings;

/** Collects what is wrong. The operator sees the first problem, and how many more there are to expect. */
final class Problems {

    private String first;
    private int more;

    void add(String problem) {
        if (first == null) {
            first = problem;
        } else {
            more++;
        }
    }

    /** @throws SettingsException if anything is wrong */
    void raise() {
        if (first == null) {
            return;
        }
        throw new SettingsException(
                more == 0 ? first : first + " (and " + more + (more == 1 ? " more problem)" : " more problems)"));
    }
}
