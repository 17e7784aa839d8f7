package io.lasttab.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Sec-Fetch-Site, Origin, Host, X-Forwarded-Host, same?
                "same-origin, http://shop,          shop,      -,    true",
                "same-origin, null,                 shop,      -,    true", // sendBeacon under no-referrer
                "same-origin, http://evil,          shop,      -,    true", // the browser knows better than a proxy
                "same-origin, -,                    shop,      -,    true",
                "same-site,   http://shop,          shop,      -,    false",
                "cross-site,  http://shop,          shop,      -,    false",
                "none,        -,                    shop,      -,    false",
                "'',          http://shop,          shop,      -,    false",
                "-,           http://shop,          shop,      -,    true",
                "-,           https://shop,         shop,      -,    true", // TLS ends at the proxy
                "-,           http://SHOP.Example,  shop.example, -, true",
                "-,           http://shop:8080,     shop:8080, -,    true",
                "-,           http://shop:8080,     shop,      -,    false",
                "-,           http://shop,          shop:8080, -,    false",
                "-,           http://[::1]:8080,    [::1]:8080, -,   true",
                "-,           http://[::1]:8080,    [::2]:8080, -,   false",
                "-,           https://shop.example, 10.0.0.7:8080, shop.example, true",
                "-,           https://evil.example, 10.0.0.7:8080, shop.example, false",
                "-,           http://shop.evil,     shop,      -,    false",
                "-,           http://evilshop,      shop,      -,    false",
                "-,           http://evil@shop,     shop,      -,    false",
                "-,           null,                 shop,      -,    false", // a sandboxed frame
                "-,           null,                 null,      -,    false",
                "-,           shop,                 shop,      -,    false",
                "-,           ://shop,              shop,      -,    false",
                "-,           http://shop,          -,         -,    false",
                "-,           -,                    shop,      -,    true", // no browser of today
            })
    void holdsForPagesOfTheHostThatWasAsked(String site, String origin, String host, String forwarded, boolean same) {
        FakeExchange exchange = new FakeExchange()
                .with("Sec-Fetch-Site", site)
                .with("Origin", origin)
                .with("Host", host)
                .with("X-Forwarded-Host", forwarded);

        assertThat(SameOrigin.holdsFor(exchange)).isEqualTo(same);
    }
}
