package io.lasttab.core.html;

import java.nio.ByteBuffer;

/**
 * The first few beginnings of an application's documents and the tag's place in them. Most of its pages begin with the same
 * bytes, up to {@code <head>}, and to compare those costs a tenth of reading them anew.
 *
 * <p>The place depends on nothing but the bytes that were read to find it, and on how they were announced. Safe for use by
 * many threads: what is known is never changed, and a beginning that two threads learn at once is learnt by one of them.
 */
final class Beginnings {

    /** An application has few templates; what is asked in vain for each page must stay little. */
    private static final int MOST = 4;

    /** In bytes: longer ones are rare, and not worth the memory. */
    private static final int LONGEST = 512;

    /** One beginning. */
    static final class Beginning {
        private final Encoding announced;
        private final boolean xml;
        private final byte[] read;
        private final int place;
        private final Encoding encoding;

        private Beginning(Encoding announced, boolean xml, byte[] read, int place, Encoding encoding) {
            this.announced = announced;
            this.xml = xml;
            this.read = read;
            this.place = place;
            this.encoding = encoding;
        }

        private boolean isOf(ByteBuffer chunk, Encoding announced, boolean xml) {
            if (announced != this.announced || xml != this.xml || chunk.remaining() < read.length) {
                return false;
            }
            int start = chunk.position();
            for (int i = 0; i < read.length; i++) {
                if (chunk.get(start + i) != read[i]) {
                    return false;
                }
            }
            return true;
        }

        /** The tag's place, counted from the document's first byte. */
        int place() {
            return place;
        }

        /** How the tag has to be written. */
        Encoding encoding() {
            return encoding;
        }
    }

    private volatile Beginning[] known = {};

    /** The beginning of a document of which this is the first chunk; null if it is none that is known. */
    Beginning of(ByteBuffer chunk, Encoding announced, boolean xml) {
        for (Beginning beginning : known) {
            if (beginning.isOf(chunk, announced, xml)) {
                return beginning;
            }
        }
        return null;
    }

    /**
     * Remembers a beginning, as long as there are few.
     *
     * @param chunk a document's first
     * @param length how many of its bytes were read until the place was found
     * @param place counted from the chunk's position
     * @param encoding what the bytes have turned out to be
     */
    void learn(ByteBuffer chunk, int length, Encoding announced, boolean xml, int place, Encoding encoding) {
        if (known.length >= MOST || length > LONGEST) {
            return;
        }
        byte[] read = new byte[length];
        chunk.duplicate().get(read);
        add(new Beginning(announced, xml, read, place, encoding));
    }

    private synchronized void add(Beginning beginning) {
        Beginning[] before = known;
        if (before.length < MOST && of(ByteBuffer.wrap(beginning.read), beginning.announced, beginning.xml) == null) {
            Beginning[] more = new Beginning[before.length + 1];
            System.arraycopy(before, 0, more, 0, before.length);
            more[before.length] = beginning;
            known = more;
        }
    }
}
