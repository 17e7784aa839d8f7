package io.lasttab.core.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * One response's way to the tag: decided once from its head, then placed in the first body bytes that show where. Bytes
 * are neither held back nor altered; the tag is added at most once.
 *
 * <pre>
 * decide ──► refused (skip)
 *    │
 *    └─────► seeking ──► placed
 *               ├──────► refused: the body has no place (skip)
 *               └──────► given up by the container (skip)
 * </pre>
 *
 * <p>Not safe for concurrent use: a response is written by one thread at a time. The instances of responses that are not
 * HTML are shared and never change.
 */
public final class Injection {

    private static final Injection OTHER = new Injection(Skip.NOT_HTML, false);
    private static final Injection OTHER_PAGE = new Injection(Skip.NOT_HTML, true);
    private static final int NO_PAGE = 0;

    private final boolean page;
    private final boolean copy;
    private final int address;
    private final boolean xml;
    private final Tag tag; // null if refused by the head
    private final Encoding announced;
    private final String nonce; // null for none

    private BodyScanner scanner; // from the first body bytes on, unless they are of a known beginning
    private Encoding written; // how the tag has to be written; null until the place is found
    private Skip skip;
    private int addedBytes;

    /** Of a response that does not get the tag. */
    private Injection(Skip skip, boolean page) {
        this(skip, page, false, NO_PAGE);
    }

    private Injection(Skip skip, boolean page, boolean copy, int address) {
        this.skip = skip;
        this.page = page;
        this.copy = copy;
        this.address = address;
        xml = false;
        tag = null;
        announced = null;
        nonce = null;
    }

    private Injection(ResponseHead head, Tag tag, boolean page, boolean xml) {
        this.tag = tag;
        this.page = page;
        this.xml = xml;
        copy = false;
        address = page && !Eligibility.isPrerendered(head) ? DocumentAddress.known(head.addressHash()) : NO_PAGE;
        announced = Encoding.of(head.charset());
        nonce = ContentSecurityPolicy.nonce(head);
    }

    /**
     * Decides from the head alone whether the body may get the tag. To be called once for a response, right before its
     * first body bytes, as the container's own compression and the like change the head later.
     *
     * <p>For a response that is not HTML it reads the content type and one request header, unless the browser calls the
     * response a document, and allocates nothing.
     *
     * @return never null; an instance of this response's own if it is HTML
     */
    public static Injection decide(ResponseHead head, Tag tag) {
        String copy = head.markedCopy();
        if (copy != null && head.status() == 304) {
            boolean tagged = tag.mark().putBack(copy, head);
            if (tagged && Eligibility.isCopyThatSpeaks(head)) {
                int address = Eligibility.isTopNavigation(head) ? DocumentAddress.known(head.addressHash()) : NO_PAGE;
                return new Injection(Skip.NOT_HTML, false, true, address);
            }
        }
        String type = head.contentType(); // once: containers put it together anew each time
        if (!Eligibility.isHtml(type)) {
            return Eligibility.isOtherPage(head) ? OTHER_PAGE : OTHER;
        }
        String fetchDest = head.fetchDest();
        boolean page = Eligibility.isPage(head, fetchDest);
        Skip refusal = Eligibility.refusal(head, fetchDest);
        return refusal == null
                ? new Injection(head, tag, page, Eligibility.isXhtml(type))
                : new Injection(refusal, page);
    }

    /** Why the tag is not in and will not be; null while it is still looking or when it is placed. */
    public Skip skip() {
        return skip;
    }

    /** Whether it still looks for the place. */
    public boolean isSeeking() {
        return skip == null && addedBytes == 0;
    }

    /** Whether the tag is in. */
    public boolean isPlaced() {
        return addedBytes > 0;
    }

    /**
     * Whether the user looks at this response as a page of its own, but the tag is not in: an unseen page. To be asked
     * when the response has ended; while {@link #isSeeking}, it answers for a response that ends now.
     *
     * <p>The user looks at a response to a GET or POST with a status of 2xx, 4xx or 5xx other than 204 and 205, that is no
     * attachment, and that the browser asked for as a top document. For HTML that is {@code Sec-Fetch-Dest: document};
     * or, without that header, an {@code Accept} that names {@code text/html} and no {@code X-Requested-With:
     * XMLHttpRequest}. For everything else (a PDF, an image, JSON in a tab, a response without a type) it is {@code
     * Sec-Fetch-Dest: document} only. A 304 counts too, as the copy that the browser shows then may be one without the tag,
     * from before the agent came, unless the {@link Mark} tells that it is one with it. Frames are not pages of their own,
     * and a redirect is not one.
     */
    public boolean isUnseenPage() {
        return page && !isPlaced();
    }

    /** Whether the user looks at this response as a page of its own, in the same sense, and the tag is in. */
    public boolean isTaggedPage() {
        return page && isPlaced();
    }

    /** Whether the browser is told to show a copy that it has with the tag in it: a document whose page is going to speak. */
    public boolean isTaggedCopy() {
        return copy;
    }

    /**
     * Under which address the user looks at the document in a tab: a hash of it, by which a document is known that is asked for
     * again. 0 if it is no page of its own, such as one in a frame or one that a script fetches, or is shown later or never.
     */
    public int address() {
        return address;
    }

    /**
     * Marks the response, if the tag is in, as one that has it. To be called once and only while the headers can still be
     * changed; without it the page is as good, but a copy of it counts as one that may be without the tag.
     */
    public void mark(ResponseHead head) {
        if (isPlaced()) {
            tag.mark().putOn(head);
        }
    }

    /** How many bytes the tag has added to the body: 0 unless {@link #isPlaced}. */
    public int addedBytes() {
        return addedBytes;
    }

    /**
     * Offers the next body bytes. To be called, or {@link #beginning}, with every chunk in order while {@link #isSeeking}.
     *
     * @param chunk the bytes from its position to its limit, of any kind of buffer; it is left as it is
     * @return the same buffer if nothing changes; else a new one on the heap that is to be sent in its place, from its
     *     position to its limit
     */
    public ByteBuffer splice(ByteBuffer chunk) {
        return splice(chunk, null);
    }

    /**
     * The same for callers that have buffers at hand.
     *
     * @param chunk as above
     * @param room gives an empty buffer for at least so many bytes, to be sent in the chunk's place; null for a new one on
     *     the heap
     */
    public ByteBuffer splice(ByteBuffer chunk, IntFunction<ByteBuffer> room) {
        int place = find(chunk);
        if (place == BodyScanner.NOT_FOUND) {
            return chunk;
        }
        byte[] added = added();
        int bytes = chunk.remaining() + added.length;
        ByteBuffer spliced = room == null ? ByteBuffer.allocate(bytes) : room.apply(bytes);
        putUpTo(place, chunk, added, spliced);
        ByteBuffer rest = chunk.duplicate();
        rest.position(place);
        spliced.put(rest).flip();
        placed(added);
        return spliced;
    }

    /**
     * The same for callers that can write twice. Pages have several kilobytes: to copy them would be half of what an
     * injection costs.
     *
     * @param chunk as above; but if the tag goes in, what comes before it is taken out: its position moves there
     * @return null if nothing changes; else a new buffer on the heap that is to be sent before what is left of the chunk
     */
    public ByteBuffer beginning(ByteBuffer chunk) {
        int place = find(chunk);
        if (place == BodyScanner.NOT_FOUND) {
            return null;
        }
        byte[] added = added();
        ByteBuffer beginning = ByteBuffer.allocate(place - chunk.position() + added.length);
        putUpTo(place, chunk, added, beginning);
        beginning.flip();
        chunk.position(place);
        placed(added);
        return beginning;
    }

    private int find(ByteBuffer chunk) {
        if (!isSeeking()) {
            return BodyScanner.NOT_FOUND;
        }
        boolean first = scanner == null;
        if (first) {
            Beginnings.Beginning known = tag.beginnings().of(chunk, announced, xml);
            if (known != null) {
                written = known.encoding();
                return chunk.position() + known.place();
            }
            scanner = new BodyScanner(announced, xml);
        }
        int place = scanner.scan(chunk);
        skip = scanner.skip();
        if (place != BodyScanner.NOT_FOUND) {
            written = scanner.encoding();
            if (first) {
                int start = chunk.position();
                tag.beginnings().learn(chunk, scanner.end() - start, announced, xml, place - start, written);
            }
        }
        return place;
    }

    private byte[] added() {
        return tag.bytes(written, nonce);
    }

    private static void putUpTo(int place, ByteBuffer chunk, byte[] added, ByteBuffer to) {
        ByteBuffer before = chunk.duplicate();
        before.limit(place);
        to.put(before).put(added);
    }

    /** Said last, when nothing can fail any more: there may have been no memory for the new buffer. */
    private void placed(byte[] added) {
        addedBytes = added.length;
        scanner = null;
    }

    /**
     * Tells, without consuming anything, whether the place would be found in what the container has at hand. "No" may turn
     * into "yes" with more of the body; "yes" stays true if the bytes come as one chunk and the characters as another,
     * or both as one.
     *
     * @param bytes body bytes not yet offered, from position to limit; null or empty for none
     * @param charsAfter what follows them and is not yet encoded, from position to limit; null or empty for none
     * @return false as well if it is not {@link #isSeeking}
     */
    public boolean wouldPlaceIn(ByteBuffer bytes, CharBuffer charsAfter) {
        if (!isSeeking()) {
            return false;
        }
        BodyScanner trial = scanner == null ? new BodyScanner(announced, xml) : scanner.fork();
        if (bytes != null && trial.scan(bytes) != BodyScanner.NOT_FOUND) {
            return true;
        }
        return charsAfter != null && trial.finds(charsAfter);
    }

    /**
     * Ends the search: the headers went out with a fixed length, or for a reason of the container's. Does nothing unless
     * it {@link #isSeeking}.
     *
     * @param reason what {@link #skip} shall answer; not null
     */
    public void giveUp(Skip reason) {
        Objects.requireNonNull(reason, "reason");
        if (isSeeking()) {
            skip = reason;
            scanner = null;
        }
    }
}
