package io.lasttab.jetty12;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointPathTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "/shop, /shop/__lasttab/page, 5",
                "/shop, /shop/__lasttab/, 5",
                "/, /__lasttab/page, 0",
                "/a/b, /a/b/__lasttab/x.js, 4",
                "/shop, /shop/index.html, -1",
                "/shop, /shop/__lasttab, -1",
                "/shop, /shop, -1",
                "/shop, /sale/__lasttab/page, -1",
                "/shop, /shop/more/__lasttab/page, -1",
                "/shop, /__lasttab/page, -1",
                "/, /shop/__lasttab/page, -1",
                "/shop, null, -1"
            })
    void is_what_follows_the_context_path(String context, String path, int end) {
        assertThat(EndpointPath.endOfContext(context, path)).isEqualTo(end);
    }
}
