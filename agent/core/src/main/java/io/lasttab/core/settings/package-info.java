/**
 * What the operator has set: read once from the file, the environment and the system properties, checked as a whole,
 * and handed out as immutable answers. Whatever is wrong ends in one {@link SettingsException}, never in a guess.
 */
package io.lasttab.core.settings;
