package io.lasttab.it.docs;

/**
 * A command line of a document.
 *
 * @param where the document and the line of its block
 */
record Command(String where, String text) {
    @Override
    public String toString() {
        return where + ": " + text;
    }
}
