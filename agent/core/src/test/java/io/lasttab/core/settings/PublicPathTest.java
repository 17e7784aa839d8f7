package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathTest {

    @ParameterizedTest
    @CsvSource({
        "same, /app, /app",
        "SAME, '', ''",
        "/shop, /app, /shop",
        "/shop/, /app, /shop",
        "/, /app, ''",
        "/a/b-c/%C3%A4, '', /a/b-c/%C3%A4",
        "/Shop, /app, /Shop"
    })
    void isTheContextPathOrWhatIsSet(String text, String contextPath, String path) {
        assertThat(PublicPath.objectionTo(text)).isNull();
        assertThat(PublicPath.of(text, contextPath)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "//shop",
                "/a//b",
                "/a//",
                "//",
                "/./a",
                "/a/..",
                "/a?b",
                "/a#b",
                "/a b",
                "/a\\b",
                "/\u00e4",
                "http://h/a"
            })
    void isNothingThatABrowserWouldChangeOrNotSendAtAll(String text) {
        assertThat(PublicPath.objectionTo(text)).contains("such as /shop");
    }
}
