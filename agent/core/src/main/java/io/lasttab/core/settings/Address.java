package io.lasttab.core.settings;

/** What a value is for: a key, and one application or all of them. */
final class Address {

    final Key key;

    /** As {@link Spelling#application} names it; null for all applications. */
    final String application;

    Address(Key key, String application) {
        this.key = key;
        this.application = application;
    }
}
