package io.lasttab.core.html;

/** A request's headers before the application sees them, as each container adapter offers them to the {@link Mark}. */
public interface RequestHead {

    /** The request's method, such as {@code GET}. */
    String method();

    /** The first value of a header, by its name in any case; null if it was not sent. */
    String header(String name);

    /**
     * Puts a value in the place of all that were sent.
     *
     * @param value null to take the header away
     */
    void replace(String name, String value);
}
