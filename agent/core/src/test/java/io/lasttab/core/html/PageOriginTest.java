package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOriginTest {

    /** Without the browser's own word on where it is. */
    private static TestHead oldBrowser(String host, int port) {
        return TestHead.html().request("Sec-Fetch-Dest", null).asked(host, port);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "shop.example, 80, shop.example, true",
                "Shop.Example, 80, SHOP.EXAMPLE, true",
                "shop.example, 80, shop.example:80, true",
                "shop.example, 80, shop.example:*, true",
                "shop.example, 80, shop.example/, true",
                "shop.example, 80, http://shop.example, true",
                "shop.example, 80, http://shop.example:80/, true",
                "shop.example, 80, http:, true",
                "shop.example, 80, http://*, true",
                "shop.example, 80, *, true",
                "shop.example, 80, 'self', true",
                "shop.example, 80, 'SELF', true",
                "shop.example, 80, *.example, true",
                "a.shop.example, 80, *.shop.example, true",
                "a.b.shop.example, 80, *.shop.example, true",
                "shop.example, 8080, shop.example:8080, true",
                "shop.example, 8080, *:8080, true",
                "shop.example, 8080, *:*, true",
                "127.0.0.1, 8080, 127.0.0.1:8080, true",
                "localhost, 8080, http://localhost:*, true",
                // Another host, or another port.
                "shop.example, 80, cdn.example, false",
                "shop.example, 80, *.shop.example, false",
                "myshop.example, 80, *.shop.example, false",
                "shop.example.evil.example, 80, shop.example, false",
                "shop.example, 80, shop.example:8080, false",
                "shop.example, 8080, shop.example, false",
                "shop.example, 8080, *.example, false",
                "shop.example, 8080, shop.example:80, false",
                // By TLS, as far as the server knows, it was not.
                "shop.example, 80, https:, false",
                "shop.example, 80, https://shop.example, false",
                "shop.example, 80, shop.example:443, false",
                // Not the web, or nothing that could be said for sure.
                "shop.example, 80, data:, false",
                "shop.example, 80, wss:, false",
                "shop.example, 80, shop.example/static/, false",
                "192.168.0.1, 80, 192.168.0.1, false",
                "[::1], 80, [::1], false",
                "shop.example, 80, 'none', false",
                "shop.example, 80, 'unsafe-inline', false",
                "shop.example, 80, `:`, false",
                "shop.example, 80, ://, false",
                "shop.example, 80, shop.example:, false",
                "shop.example, 80, /, false"
            })
    void isHeldAgainstASource(String host, int port, String source, boolean allowed) {
        PageOrigin origin = PageOrigin.of(oldBrowser(host, port));
        assertThat(origin.isAllowedBy(source)).isEqualTo(allowed);
    }

    @Test
    void isSecureIfTheContainerOrAProxyOrTheBrowserSaysSo() {
        assertThat(secure(oldBrowser("shop.example", 443).secure())).isTrue();
        assertThat(secure(oldBrowser("shop.example", 80).request("X-Forwarded-Proto", "https, http")))
                .isTrue();
        assertThat(secure(TestHead.html())).as("Sec-Fetch-Dest").isTrue();
        for (String host : new String[] {"localhost", "shop.localhost", "127.0.0.1", "[::1]"}) {
            assertThat(secure(TestHead.html().asked(host, 8080))).as(host).isFalse();
        }
    }

    @Test
    void isAtTheUsualPortOfItsSchemeWhereTheProxyTakesTlsOff() {
        PageOrigin origin = PageOrigin.of(TestHead.html());
        assertThat(origin.isAllowedBy("shop.example")).isTrue();
        assertThat(origin.isAllowedBy("https://shop.example:443")).isTrue();
        assertThat(origin.isAllowedBy("shop.example:80")).isFalse();
        assertThat(origin.isAllowedBy("http://shop.example")).isTrue();
    }

    @Test
    void isTheOneThatTheFirstProxyWasAskedFor() {
        TestHead head = oldBrowser("backend", 8080).request("X-Forwarded-Host", "Shop.Example:8443, inner.example");
        PageOrigin origin = PageOrigin.of(head);
        assertThat(origin.isAllowedBy("shop.example:8443")).isTrue();
        assertThat(origin.isAllowedBy("shop.example")).isFalse();
        assertThat(origin.isAllowedBy("backend:8080")).isFalse();
        assertThat(origin.isAllowedBy("inner.example")).isFalse();
    }

    @Test
    void isNoneThatIsKnownWithoutAName() {
        assertThat(PageOrigin.of(oldBrowser(null, 0)).isAllowedBy("shop.example"))
                .isFalse();
        assertThat(PageOrigin.of(oldBrowser(null, 0)).isAllowedBy("'self'")).isTrue();
    }

    private static boolean secure(TestHead head) {
        return PageOrigin.of(head).isAllowedBy("https:");
    }
}
