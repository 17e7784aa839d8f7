package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a JSON object without objects and lists in it, as strictly as RFC 8259 is written: the exit log has no others, and
 * what is not quite JSON was not quite written either.
 */
final class FlatJson {

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;

    private FlatJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.start = from;
        this.end = to;
        this.at = from;
    }

    /**
     * @param from of the first byte
     * @param to behind the last byte
     * @return by name: a {@code String}, a {@code Boolean}, a {@code Long}, a {@code Double} for numbers that are no
     *     {@code long}, or null
     */
    static Map<String, Object> read(byte[] bytes, int from, int to) throws BadLineException {
        return new FlatJson(bytes, from, to).object();
    }

    private Map<String, Object> object() throws BadLineException {
        Map<String, Object> fields = new HashMap<>(32);
        space();
        expect('{', "does not begin with {");
        space();
        if (peek() == '}') {
            at++;
        } else {
            field(fields);
            while (peek() == ',') {
                at++;
                space();
                field(fields);
            }
            expect('}', null);
        }
        space();
        if (at < end) {
            throw new BadLineException("goes on behind its }" + column());
        }
        return fields;
    }

    private void field(Map<String, Object> fields) throws BadLineException {
        String name = text();
        space();
        expect(':', null);
        space();
        Object value = value();
        if (fields.containsKey(name)) {
            throw new BadLineException("has a field twice" + column());
        }
        fields.put(name, value);
        space();
    }

    private Object value() throws BadLineException {
        int first = peek();
        switch (first) {
            case '"':
                return text();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            case '{':
            case '[':
                throw new BadLineException("has a list or an object in it" + column());
            default:
                if (first == '-' || isDigit(first)) {
                    return number();
                }
                throw unexpected();
        }
    }

    private Object word(String word, Object value) throws BadLineException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i), null);
        }
        return value;
    }

    private Object number() throws BadLineException {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (peek() == '.') {
            at++;
            digits();
            whole = false;
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        String number = new String(bytes, from, at - from, UTF_8);
        if (whole) {
            try {
                return Long.valueOf(number);
            } catch (NumberFormatException tooLarge) {
                return Double.valueOf(number);
            }
        }
        return Double.valueOf(number);
    }

    private void digits() throws BadLineException {
        if (!isDigit(peek())) {
            throw unexpected();
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private String text() throws BadLineException {
        expect('"', null);
        int from = at;
        while (at < end && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                return escapedText(from);
            }
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw unexpected();
            }
            at++;
        }
        String text = new String(bytes, from, at - from, UTF_8);
        expect('"', null);
        return text;
    }

    private String escapedText(int from) throws BadLineException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        plain.write(bytes, from, at - from);
        while (at < end && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                text.append(new String(plain.toByteArray(), UTF_8));
                plain.reset();
                at++;
                text.append(escape());
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw unexpected();
            } else {
                plain.write(bytes[at++]);
            }
        }
        expect('"', null);
        return text.append(new String(plain.toByteArray(), UTF_8)).toString();
    }

    private char escape() throws BadLineException {
        int c = peek();
        at++;
        switch (c) {
            case '"':
            case '\\':
            case '/':
                return (char) c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return hex();
            default:
                at--;
                throw unexpected();
        }
    }

    private char hex() throws BadLineException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < end ? Character.digit(bytes[at], 16) : -1;
            if (digit < 0) {
                throw unexpected();
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void space() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    private void expect(char c, String otherwise) throws BadLineException {
        if (peek() != c) {
            throw otherwise == null ? unexpected() : new BadLineException(otherwise);
        }
        at++;
    }

    /** The next byte; -1 at the end, and for what is no ASCII. */
    private int peek() {
        return at < end ? Math.max(bytes[at], -1) : -1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private BadLineException unexpected() {
        return new BadLineException(at < end ? "is no JSON" + column() : "is cut off");
    }

    private String column() {
        return " (column " + (at - start + 1) + ")";
    }
}
