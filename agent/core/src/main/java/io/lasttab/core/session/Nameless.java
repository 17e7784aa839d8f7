package io.lasttab.core.session;

/**
 * Users who may be there, or come back, without a page that is known by its name: what most sessions never have, and so an
 * object of its own. Not safe for concurrent use: the ledger's lock guards it. All times as in {@link Ledger}; -1 for never.
 */
final class Nameless {

    /** When a page was last shown that will never speak, or cannot be counted. */
    long unseenAt = -1;

    /** Since when somebody has been away at another site whose page is not known. */
    long awaySince = -1;

    /** When a document was last redirected to another site. */
    long redirectedAt = -1;

    /** No page was seen to follow that redirect. */
    boolean redirectUnclaimed;
}
