package io.lasttab.core.html;

/**
 * The address of a document as the server was asked for it, and as its page names it in a {@code Referer}: a hash of path and
 * query, without the host, which may have another name behind a proxy. Pure functions.
 */
public final class DocumentAddress {

    /** No address is known. */
    public static final int UNKNOWN = 0;

    private static final int FACTOR = 31;

    private DocumentAddress() {}

    /**
     * The hash of an address.
     *
     * @param address with or without scheme and host; null if it is not known
     * @return {@link #UNKNOWN} for null only
     */
    public static int hash(String address) {
        if (address == null) {
            return UNKNOWN;
        }
        int authority = address.startsWith("/") ? -1 : address.indexOf("://");
        int slash = authority < 0 ? 0 : address.indexOf('/', authority + 3);
        int path = slash < 0 ? address.length() : slash;
        return known(hash(0, address, path));
    }

    /**
     * The hash of an address that comes in pieces, one piece further.
     *
     * @param before that of what stands before it; 0 for nothing
     * @return to be handed on, and in the end to be taken as it is: the whole is the hash of an address that is known
     */
    public static int with(int before, String piece) {
        return hash(before, piece, 0);
    }

    /**
     * The same of a piece in bytes, a character each.
     *
     * @param from the index of the first
     * @param to the index behind the last
     */
    public static int with(int before, byte[] piece, int from, int to) {
        int hash = before;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + (piece[i] & 0xFF);
        }
        return hash;
    }

    private static int hash(int before, String text, int from) {
        int hash = before;
        for (int i = from; i < text.length(); i++) {
            hash = hash * FACTOR + text.charAt(i);
        }
        return hash;
    }

    /** The same hash for an address that there is, known or not: one that is not {@link #UNKNOWN}. */
    static int known(int hash) {
        return hash == UNKNOWN ? 1 : hash;
    }
}
