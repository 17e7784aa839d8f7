package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    private static TestHead to(String location) {
        return TestHead.html().status(302).response("Location", location);
    }

    @ParameterizedTest
    @CsvSource({
        "https://pay.example/start?x=1, pay.example",
        "http://pay.example, pay.example",
        "//pay.example/x, pay.example",
        "https://pay.example:8443/, pay.example:8443",
        "https://pay.example:443/, pay.example",
        "https://user:secret@pay.example/, pay.example",
        "https://pay.example?x=http://shop.example/, pay.example",
        "https://pay.example#x, pay.example",
        "' HTTPS://PAY.example/ ', PAY.example",
        "http://shop.example:8080/, shop.example:8080",
        "http://shop.example.evil.example/, shop.example.evil.example",
        "https://[::1]:9000/, [::1]:9000",
        "https://[::1]/, [::1]",
        "app://pay/now, pay"
    })
    void leadsToAnotherHost(String location, String host) {
        assertThat(Redirect.otherHost(to(location))).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next.jsp",
                "/shop/next.jsp",
                "?page=2",
                "",
                "#here",
                "http://shop.example/next",
                "https://SHOP.example/next",
                "//shop.example:443/next",
                "https://shop.example:/next",
                "/out?to=https://pay.example/",
                "out?to=https://pay.example/",
                "a/b//c",
                "http://",
                "//",
                "///x",
                "mailto:someone@pay.example",
                "https:"
            })
    void leadsNowhereElse(String location) {
        assertThat(Redirect.otherHost(to(location))).isNull();
    }

    @Test
    void needsALocation() {
        assertThat(Redirect.otherHost(TestHead.html().status(302))).isNull();
    }

    @Test
    void comparesThePortThatTheClientAsked() {
        assertThat(Redirect.otherHost(to("http://shop.example:8080/").asked("shop.example", 8080)))
                .isNull();
        assertThat(Redirect.otherHost(to("http://shop.example/").asked("shop.example", 8080)))
                .isEqualTo("shop.example");
        assertThat(Redirect.otherHost(to("https://[::1]:8443/").asked("[::1]", 8443)))
                .isNull();
        assertThat(Redirect.otherHost(to("https://shop.example/").asked("shop.example", -1)))
                .isNull();
    }

    @Test
    void takesAProxysWordForTheNameThatTheClientAsked() {
        TestHead head = to("https://shop.example/next").asked("backend", 8080);
        assertThat(Redirect.otherHost(head)).as("in doubt").isEqualTo("shop.example");
        assertThat(Redirect.otherHost(head.request("X-Forwarded-Host", "shop.example, inner.example")))
                .isNull();
        assertThat(Redirect.otherHost(to("https://pay.example/").request("X-Forwarded-Host", "shop.example")))
                .isEqualTo("pay.example");
        assertThat(Redirect.otherHost(to("https://shop.example/").asked(null, -1)))
                .isEqualTo("shop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "empty", "iframe", "script"})
    void ofAnythingButADocumentInATabLeadsNobodyAway(String destination) {
        assertThat(Redirect.otherHost(to("https://cdn.example/").request("Sec-Fetch-Dest", destination)))
                .isNull();
    }

    @Test
    void isGuessedToBeADocumentsWhereTheBrowserDoesNotTell() {
        TestHead head = to("https://pay.example/").request("Sec-Fetch-Dest", null);
        assertThat(Redirect.otherHost(head.request("Accept", "image/*"))).isNull();
        assertThat(Redirect.otherHost(head.request("Accept", "text/html,*/*"))).isEqualTo("pay.example");
        assertThat(Redirect.otherHost(head.request("X-Requested-With", "XMLHttpRequest")))
                .isNull();
    }

    @Test
    void isLookedForInNoOtherResponse() {
        assertThat(Redirect.is(200)).isFalse();
        assertThat(Redirect.is(201)).isFalse();
        assertThat(Redirect.is(304)).isFalse();
        assertThat(Redirect.is(400)).isFalse();
        assertThat(Redirect.is(301)).isTrue();
        assertThat(Redirect.is(308)).isTrue();
    }
}
