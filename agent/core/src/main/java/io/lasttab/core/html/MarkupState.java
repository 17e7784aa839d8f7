package io.lasttab.core.html;

/**
 * What the units of markup so far amount to, and how that goes on as far as it depends on nothing else. The rest is the
 * {@link HeadFinder}'s.
 */
enum MarkupState {
    BETWEEN, // a token has ended, white space since
    OPEN, // <
    OPEN_END, // </
    OPEN_BANG, // <!
    OPEN_DASH, // <!-
    DOCTYPE_WORD, // <!doct
    DOCTYPE_NAME, // <!doctype ht
    DOCTYPE, // <!doctype html PUBLIC
    DOCTYPE_DOUBLE_QUOTED, // <!doctype html PUBLIC "-// (XML)
    DOCTYPE_SINGLE_QUOTED, // <!doctype html PUBLIC '-// (XML)
    COMMENT_START, // <!--
    COMMENT_START_DASH, // <!---
    COMMENT, // <!-- a
    COMMENT_DASH, // <!-- a -
    COMMENT_END, // <!-- a --
    COMMENT_END_BANG, // <!-- a --!
    BOGUS_COMMENT, // <!a, <?a, </ a
    INSTRUCTION, // <?a (XML)
    INSTRUCTION_END, // <?a ? (XML)
    NAME, // <ht, </ht
    BEFORE_ATTRIBUTE, // <html and white space, or after a value
    ATTRIBUTE, // <html lan
    AFTER_ATTRIBUTE, // <html lang and white space
    BEFORE_VALUE, // <html lang=
    VALUE, // <html lang=e
    VALUE_DOUBLE_QUOTED, // <html lang="e
    VALUE_SINGLE_QUOTED, // <html lang='e
    SLASH, // <html /
    RAW, // inside a late title or style
    RAW_OPEN, // its text, then <
    RAW_NAME, // its text, then </titl
    FOUND, // the place is known
    LOST; // there is none

    /** Goes on in a comment or a processing instruction. */
    MarkupState inComment(int unit, boolean xml) {
        switch (this) {
            case COMMENT_START:
                if (xml) {
                    return COMMENT.inComment(unit, true);
                }
                return unit == '-' ? COMMENT_START_DASH : unit == '>' ? BETWEEN : COMMENT;
            case COMMENT_START_DASH:
                return unit == '-' ? COMMENT_END : unit == '>' ? BETWEEN : COMMENT;
            case COMMENT:
                return unit == '-' ? COMMENT_DASH : COMMENT;
            case COMMENT_DASH:
                return unit == '-' ? COMMENT_END : COMMENT;
            case COMMENT_END:
                if (unit == '!' && !xml) {
                    return COMMENT_END_BANG;
                }
                return unit == '-' ? COMMENT_END : unit == '>' ? BETWEEN : COMMENT;
            case COMMENT_END_BANG:
                return unit == '-' ? COMMENT_DASH : unit == '>' ? BETWEEN : COMMENT;
            case INSTRUCTION:
                return unit == '?' ? INSTRUCTION_END : INSTRUCTION;
            case INSTRUCTION_END:
                return unit == '?' ? INSTRUCTION_END : unit == '>' ? BETWEEN : INSTRUCTION;
            default:
                return unit == '>' ? BETWEEN : BOGUS_COMMENT;
        }
    }

    /** Goes on in a doctype after its name. */
    MarkupState inDoctype(int unit, boolean xml) {
        switch (this) {
            case DOCTYPE_DOUBLE_QUOTED:
                return unit == '"' ? DOCTYPE : this;
            case DOCTYPE_SINGLE_QUOTED:
                return unit == '\'' ? DOCTYPE : this;
            default:
                if (xml && unit == '"') {
                    return DOCTYPE_DOUBLE_QUOTED;
                }
                return xml && unit == '\'' ? DOCTYPE_SINGLE_QUOTED : unit == '>' ? BETWEEN : DOCTYPE;
        }
    }

    /** Whether ">" is a character like any other in this part of a tag. */
    boolean isQuoted() {
        return this == VALUE_DOUBLE_QUOTED || this == VALUE_SINGLE_QUOTED;
    }

    /** Goes on in a tag after its name, with anything but the ">" that ends it. */
    MarkupState inAttributes(int unit) {
        switch (this) {
            case VALUE_DOUBLE_QUOTED:
                return unit == '"' ? BEFORE_ATTRIBUTE : this;
            case VALUE_SINGLE_QUOTED:
                return unit == '\'' ? BEFORE_ATTRIBUTE : this;
            case VALUE:
                return isSpace(unit) ? BEFORE_ATTRIBUTE : VALUE;
            case BEFORE_VALUE:
                if (isSpace(unit)) {
                    return BEFORE_VALUE;
                }
                return unit == '"' ? VALUE_DOUBLE_QUOTED : unit == '\'' ? VALUE_SINGLE_QUOTED : VALUE;
            case ATTRIBUTE:
            case AFTER_ATTRIBUTE:
                if (isSpace(unit)) {
                    return AFTER_ATTRIBUTE;
                }
                return unit == '=' ? BEFORE_VALUE : unit == '/' ? SLASH : ATTRIBUTE;
            default: // here a name may begin with "="
                return isSpace(unit) ? BEFORE_ATTRIBUTE : unit == '/' ? SLASH : ATTRIBUTE;
        }
    }

    static boolean isNameEnd(int unit) {
        return isSpace(unit) || unit == '/' || unit == '>';
    }

    static boolean isSpace(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t' || unit == '\f';
    }

    static boolean isLetter(int unit) {
        int lower = unit | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static int lowerCase(int unit) {
        return unit >= 'A' && unit <= 'Z' ? unit | 0x20 : unit;
    }
}
