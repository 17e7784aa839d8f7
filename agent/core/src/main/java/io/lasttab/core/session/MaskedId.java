package io.lasttab.core.session;

/** Session ids as people may see them: enough to tell two apart, not enough to use one. */
final class MaskedId {

    private static final int SHOWN = 4;

    private MaskedId() {}

    /**
     * The last few characters of an id; at most a quarter of it. Not the first: Jetty's ids all begin with the name of their
     * server. Where that name comes last, behind a dot, it is left out. Null is shown as unknown.
     */
    static String of(String id) {
        if (id == null) {
            return "?";
        }
        int dot = id.lastIndexOf('.');
        String own = dot < 0 ? id : id.substring(0, dot);
        return "…" + own.substring(own.length() - Math.min(SHOWN, own.length() / 4));
    }
}
