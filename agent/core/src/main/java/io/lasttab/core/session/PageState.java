package io.lasttab.core.session;

/** How it stands with one page of a session. */
enum PageState {
    /** The document is loaded in a tab and may speak at any time. */
    OPEN,
    /** Left, but kept in the browser's back-forward cache ({@code pagehide} with {@code persisted}): may return. */
    CACHED,
    /** Left like CACHED, but because the application itself sent the user to another site: is expected back. */
    AWAY,
    /** Left for good. Kept for a while as a tombstone, so that a message that was overtaken does not reopen it. */
    GONE;

    private static final PageState[] ALL = values();

    static PageState of(int ordinal) {
        return ALL[ordinal];
    }
}
