package io.lasttab.core.settings;

/** The waits before a session may be ended, each by what has happened to its last page. */
public enum Grace {
    /** Its tab or window was closed. */
    CLOSED(Key.GRACE_CLOSED),
    /** The user went elsewhere in the same tab: another address typed, a bookmark. */
    LEFT(Key.GRACE_LEFT),
    /** The application itself sent the user to another site: a payment provider, a sign-on server. */
    SENT_AWAY(Key.GRACE_SENT_AWAY),
    /** Nothing was heard of it: crash, power off, no network, a browser that sleeps. */
    LOST(Key.GRACE_LOST),
    /** Its document was delivered, but its script has not spoken yet. */
    BOOT(Key.GRACE_BOOT);

    private final Key key;

    Grace(Key key) {
        this.key = key;
    }

    /** The key that sets this wait. */
    public Key key() {
        return key;
    }
}
