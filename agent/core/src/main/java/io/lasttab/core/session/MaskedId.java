package io.lasttab.core.session;

/** Session ids as people may see them: enough to tell two apart, not enough to use one. */
final class MaskedId {

    private static final int SHOWN = 4;

    private MaskedId() {}

    /** The first few characters of an id; at most a quarter of it. Null is shown as unknown. */
    static String of(String id) {
        return id == null ? "?" : id.substring(0, Math.min(SHOWN, id.length() / 4)) + "…";
    }
}
