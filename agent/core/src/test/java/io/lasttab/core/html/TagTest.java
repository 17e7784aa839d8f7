package io.lasttab.core.html;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

    @Test
    void isAnEmptyElementThatLoadsTheScriptAsynchronously() {
        assertThat(text(new Tag("/shop/__lasttab/0f3a9c.js"), null))
                .isEqualTo("<script src=\"/shop/__lasttab/0f3a9c.js\" async=\"\"></script>");
    }

    @Test
    void carriesANonce() {
        assertThat(text(new Tag("/a.js"), "r4nd+/-_=="))
                .isEqualTo("<script src=\"/a.js\" nonce=\"r4nd+/-_==\" async=\"\"></script>");
    }

    @Test
    void isWrittenInTheBodysEncodingWithoutAMark() {
        Tag tag = new Tag("/a.js");
        String text = text(tag, null);
        assertThat(tag.bytes(Encoding.UTF_16BE, null)).isEqualTo(text.getBytes(UTF_16BE));
        assertThat(tag.bytes(Encoding.UTF_16LE, null)).isEqualTo(text.getBytes(UTF_16LE));
        assertThat(tag.bytes(Encoding.UTF_16LE, "n")).isEqualTo(text(tag, "n").getBytes(UTF_16LE));
    }

    @Test
    void isEncodedOnce() {
        Tag tag = new Tag("/a.js");
        for (Encoding encoding : new Encoding[] {Encoding.ASCII_LIKE, Encoding.UTF_16BE, Encoding.UTF_16LE}) {
            assertThat(tag.bytes(encoding, null)).isSameAs(tag.bytes(encoding, null));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/käse/a.js, /k%C3%A4se/a.js",
                "/a b/c.js, /a%20b/c.js",
                "/a\"onload=\"x/c.js, /a%22onload=%22x/c.js",
                "/a'b/c.js, /a%27b/c.js",
                "/a<b>/c.js, /a%3Cb%3E/c.js",
                "/a&lt;b/c.js, /a&amp;lt;b/c.js",
                "/a?b#c/d.js, /a%3Fb%23c/d.js",
                "/a\\b/c.js, /a%5Cb/c.js",
                "/a%20b/c.js, /a%20b/c.js",
                "/100%/c.js, /100%25/c.js",
                "/100%2/c.js, /100%252/c.js",
                "/a;v=1/~b/c.js, /a;v=1/~b/c.js",
                "/\uD83D\uDE00/c.js, /%F0%9F%98%80/c.js"
            })
    void pathIsEncodedWhereAUrlOrAnAttributeNeedsIt(String path, String url) {
        assertThat(text(new Tag(path), null)).isEqualTo("<script src=\"" + url + "\" async=\"\"></script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.js", "//evil.example/a.js", "http://evil.example/a.js"})
    void pathMustLeadToThisServer(String path) {
        assertThatThrownBy(() -> new Tag(path)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Tag tag, String nonce) {
        return new String(tag.bytes(Encoding.ASCII_LIKE, nonce), US_ASCII);
    }
}
