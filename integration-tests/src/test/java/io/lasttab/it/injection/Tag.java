package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Answer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one thing that Lasttab adds to a document. */
final class Tag {
    private static final Pattern TAG =
            Pattern.compile("<script src=\"/[^\"]*__lasttab/[0-9A-Za-z_-]+\\.js\" async=\"\"></script>");

    private Tag() {}

    static void holds(Corpus page, Answer plain, Answer answer) {
        assertThat(plain.status()).as("the probe's own answer").isLessThan(500);
        switch (page.expectation()) {
            case TAGGED -> isTagged(page, plain, answer);
            case UNTOUCHED, CUT_SHORT -> isUntouched(plain, answer);
            case EITHER -> {
                if (!Arrays.equals(plain.body(), answer.body())) {
                    isTagged(page, plain, answer);
                }
            }
        }
    }

    static void isTagged(Corpus page, Answer plain, Answer answer) {
        assertThat(answer.status()).isEqualTo(plain.status());
        assertThat(answer.headers("content-type")).isEqualTo(plain.headers("content-type"));
        assertThat(Mark.off(answer).headers("etag")).isEqualTo(plain.headers("etag"));
        assertThat(answer.headers("last-modified")).isEqualTo(plain.headers("last-modified"));
        String text = new String(answer.body(), page.charset());
        Matcher tag = TAG.matcher(text);
        assertThat(tag.find()).as("a tag in\n%.200s", text).isTrue();
        String before = text.substring(0, tag.start());
        String after = text.substring(tag.end());
        assertThat(before).as("what comes before the tag").endsWith(page.before());
        assertThat(TAG.matcher(after).find()).as("a second tag").isFalse();
        // Not by assertThat on the strings: a difference in 200 KB would be printed whole.
        assertThat(before.concat(after).equals(new String(plain.body(), page.charset())))
                .as("the rest is what it was:\n%.300s", text)
                .isTrue();
    }

    static void isUntouched(Answer plain, Answer answer) {
        assertThat(answer.status()).isEqualTo(plain.status());
        assertThat(Arrays.equals(answer.body(), plain.body()))
                .as("the same body:\n%.300s", answer.text())
                .isTrue();
        for (String name : new String[] {
            "content-type",
            "content-length",
            "transfer-encoding",
            "content-encoding",
            "etag",
            "last-modified",
            "accept-ranges",
            "content-range",
            "vary",
            "cache-control"
        }) {
            assertThat(answer.headers(name)).as(name).isEqualTo(plain.headers(name));
        }
    }
}
