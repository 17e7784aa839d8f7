package io.lasttab.core.html;

import static io.lasttab.core.html.MarkupState.isLetter;
import static io.lasttab.core.html.MarkupState.isNameEnd;
import static io.lasttab.core.html.MarkupState.isSpace;
import static io.lasttab.core.html.MarkupState.lowerCase;

/**
 * Finds the tag's place in a document that it is told unit by unit: right after {@code <head ...>}, and without one
 * right before the first other element, end tag or text. It looks at no more than it needs, holds nothing back and
 * remembers a few words only, so a document may be cut anywhere and its beginning may be of any length.
 */
final class HeadFinder {
    /* design
     *
     * The tokenizer of the HTML standard, cut down to what can come before the place: white space, comments, doctypes,
     * <html>, <head>. Where the standard is odd, so is this: a doctype ends at its first ">" even in quotes, a quote
     * opens a value only after "=", "--!>" ends a comment, "</>" is nothing and "<?", "</ " begin comments.
     *
     * Why the place is safe. Up to it the parser has seen nothing but the above, so it is in one of the modes "before
     * html", "before head" or "in head" with no other element open. In each of them a <script> opens html and head as
     * far as they are missing and goes into the head; whatever follows (title, body, frameset, text) meets a head that
     * is open, as it would have without us.
     *
     * Cuts. "After" a tag is always in the chunk that is being read. "Before" a tag is not, if the chunk ended after its
     * "<": <| or <h| or <he| may yet become <head>. What turns out then to be another tag (or text) has been handed on
     * already: it is "late", and the place is the next one where a script is bound to run:
     *   </head>                  after it: in the head
     *   <body> <link> <meta>     after it: in the body, or the head
     *   <title> <style>          after its end tag: in the head
     *   anything else            none. It may be raw text (script, noscript), take no script (frameset), be picky about
     *                            its children (template, the root of a hydrated page), change what our path means
     *                            (base), or open a body that a frameset throws away (</body>, </html>). One page in
     *                            thousands is not worth a list that must be right for ever.
     * A letter that cannot lead to "html" or "head" settles it, so <t|itle> is not late.
     *
     * XML forgives nothing and implies nothing: names are lower case, doctypes have quotes, processing instructions end
     * with "?>", comments with "-->" only, and the place must be inside <html>. Late tags and doctypes with a subset of
     * their own have no place there.
     */

    private static final int HANDED_ON = -1;

    private final boolean xml;

    private MarkupState state = MarkupState.BETWEEN;
    private long name; // the current one, as far as TagName can hold it
    private boolean endTag; // the current tag is one
    private boolean late; // the current tag cannot be gone before any more
    private long raw; // the element whose text is being skipped
    private boolean begun; // like a document
    private boolean inRoot; // <html> has been seen
    private int opened; // where the current token began in this chunk
    private int place;
    private Skip skip;

    HeadFinder(boolean xml) {
        this.xml = xml;
    }

    /** Goes its own way from where the original stands. */
    HeadFinder(HeadFinder original) {
        xml = original.xml;
        state = original.state;
        name = original.name;
        endTag = original.endTag;
        late = original.late;
        raw = original.raw;
        begun = original.begun;
        inRoot = original.inRoot;
        opened = original.opened;
        place = original.place;
        skip = original.skip;
    }

    /**
     * Takes the next unit of the document.
     *
     * @param start where the unit begins in the chunk; negative if that was in a chunk handed on
     * @param end where the next unit begins in the chunk
     * @return false if the search has ended: then either {@link #isFound} or {@link #skip} tells how
     */
    boolean accept(int unit, int start, int end) {
        state = next(state, unit, start, end);
        return state != MarkupState.FOUND && state != MarkupState.LOST;
    }

    /** The chunk has ended: nothing of it can be gone before any more. */
    void handOn() {
        opened = HANDED_ON;
    }

    boolean isFound() {
        return state == MarkupState.FOUND;
    }

    /** The tag's place, counted like the positions given to {@link #accept}; only if it is found. */
    int place() {
        return place;
    }

    /** Why there is no place; null if it is found or still looked for. */
    Skip skip() {
        return skip;
    }

    private MarkupState next(MarkupState from, int unit, int start, int end) {
        switch (from) {
            case BETWEEN:
                if (isSpace(unit)) {
                    return MarkupState.BETWEEN;
                }
                opened = start;
                return unit == '<' ? MarkupState.OPEN : beforeToken();
            case OPEN:
                return afterOpen(unit, end);
            case OPEN_END:
                return isLetter(unit) ? beginTag(true, unit, end) : MarkupState.BOGUS_COMMENT.inComment(unit, xml);
            case NAME:
                return inName(unit, end);
            case BEFORE_ATTRIBUTE:
            case ATTRIBUTE:
            case AFTER_ATTRIBUTE:
            case BEFORE_VALUE:
            case VALUE:
            case VALUE_DOUBLE_QUOTED:
            case VALUE_SINGLE_QUOTED:
            case SLASH:
                return inAttributes(from, unit, end);
            case RAW:
            case RAW_OPEN:
            case RAW_NAME:
                return inRaw(from, unit, end);
            case OPEN_BANG:
            case OPEN_DASH:
            case DOCTYPE_WORD:
            case DOCTYPE_NAME:
            case DOCTYPE:
            case DOCTYPE_DOUBLE_QUOTED:
            case DOCTYPE_SINGLE_QUOTED:
                return inDeclaration(from, unit);
            case FOUND:
            case LOST:
                return from;
            default:
                return from.inComment(unit, xml);
        }
    }

    private MarkupState afterOpen(int unit, int end) {
        if (isLetter(unit)) {
            return beginTag(false, unit, end);
        }
        switch (unit) {
            case '!':
                return MarkupState.OPEN_BANG;
            case '/':
                return MarkupState.OPEN_END;
            case '?':
                return xml ? MarkupState.INSTRUCTION : MarkupState.BOGUS_COMMENT;
            default:
                return beforeToken();
        }
    }

    private MarkupState beginTag(boolean isEnd, int unit, int end) {
        endTag = isEnd;
        name = TagName.NONE;
        return inName(unit, end);
    }

    private MarkupState inName(int unit, int end) {
        if (!isNameEnd(unit)) {
            name = TagName.append(name, xml ? unit : lowerCase(unit));
            return late || (!endTag && TagName.mayBecomeHtmlOrHead(name)) ? MarkupState.NAME : beforeTag();
        }
        if (!late && name != TagName.HTML && name != TagName.HEAD) {
            MarkupState other = beforeTag();
            if (!late) {
                return other;
            }
        }
        return inAttributes(MarkupState.BEFORE_ATTRIBUTE, unit, end);
    }

    private MarkupState inAttributes(MarkupState from, int unit, int end) {
        if (unit != '>' || from.isQuoted()) {
            return from.inAttributes(unit);
        }
        return late ? afterLateTag(end) : afterTag(end, from == MarkupState.SLASH);
    }

    private MarkupState inRaw(MarkupState from, int unit, int end) {
        if (from == MarkupState.RAW_NAME && isNameEnd(unit) && name == raw) {
            endTag = true;
            return inAttributes(MarkupState.BEFORE_ATTRIBUTE, unit, end);
        }
        if (from == MarkupState.RAW_OPEN && unit == '/') {
            name = TagName.NONE;
            return MarkupState.RAW_NAME;
        }
        if (from == MarkupState.RAW_NAME && isLetter(unit)) {
            name = TagName.append(name, lowerCase(unit));
            return from;
        }
        return unit == '<' ? MarkupState.RAW_OPEN : MarkupState.RAW;
    }

    private MarkupState inDeclaration(MarkupState from, int unit) {
        switch (from) {
            case OPEN_BANG:
                if (unit == '-') {
                    return MarkupState.OPEN_DASH;
                }
                if (unit == '[' && xml) {
                    return beforeToken(); // character data
                }
                name = TagName.NONE;
                return inDeclaration(MarkupState.DOCTYPE_WORD, unit);
            case OPEN_DASH:
                return unit == '-' ? MarkupState.COMMENT_START : MarkupState.BOGUS_COMMENT.inComment(unit, xml);
            case DOCTYPE_WORD:
                name = TagName.append(name, lowerCase(unit));
                if (name == TagName.DOCTYPE) {
                    name = TagName.NONE;
                    return MarkupState.DOCTYPE_NAME;
                }
                boolean word = isLetter(unit) && name != TagName.STRANGE;
                return word ? from : MarkupState.BOGUS_COMMENT.inComment(unit, xml);
            case DOCTYPE_NAME:
                return inDoctypeName(unit);
            default:
                boolean subset = xml && unit == '[' && from == MarkupState.DOCTYPE;
                return subset ? lose(Skip.NO_PLACE) : from.inDoctype(unit, xml);
        }
    }

    private MarkupState inDoctypeName(int unit) {
        if (isSpace(unit) && name == TagName.NONE) {
            return MarkupState.DOCTYPE_NAME;
        }
        if (!isSpace(unit) && unit != '>' && !(xml && unit == '[')) {
            name = TagName.append(name, lowerCase(unit));
            return MarkupState.DOCTYPE_NAME;
        }
        if (!begun && name != TagName.HTML) {
            return lose(Skip.FRAGMENT);
        }
        begun = true;
        return inDeclaration(MarkupState.DOCTYPE, unit);
    }

    /** A tag other than html and head turns out to have begun. */
    private MarkupState beforeTag() {
        late = begun && !xml && opened == HANDED_ON;
        return late ? MarkupState.NAME : beforeToken();
    }

    private MarkupState beforeToken() {
        if (!begun) {
            return lose(Skip.FRAGMENT);
        }
        return opened == HANDED_ON || (xml && !inRoot) ? lose(Skip.NO_PLACE) : found(opened);
    }

    private MarkupState afterTag(int end, boolean closed) {
        if (xml && (name == TagName.HTML ? closed : !inRoot)) {
            return lose(Skip.NO_PLACE);
        }
        begun = true;
        if (name == TagName.HEAD) {
            return found(end);
        }
        inRoot = true;
        return MarkupState.BETWEEN;
    }

    private MarkupState afterLateTag(int end) {
        if (endTag) {
            return name == TagName.HEAD || name == raw ? found(end) : lose(Skip.NO_PLACE);
        }
        if (name == TagName.TITLE || name == TagName.STYLE) {
            raw = name;
            return MarkupState.RAW;
        }
        boolean takesScript = name == TagName.BODY || name == TagName.LINK || name == TagName.META;
        return takesScript ? found(end) : lose(Skip.NO_PLACE);
    }

    private MarkupState found(int at) {
        place = at;
        return MarkupState.FOUND;
    }

    private MarkupState lose(Skip reason) {
        skip = reason;
        return MarkupState.LOST;
    }
}
