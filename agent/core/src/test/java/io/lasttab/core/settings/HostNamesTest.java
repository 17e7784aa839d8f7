package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay.example | pay.example",
                "pay.example | PAY.Example:8443",
                "Pay.Example:8443 | pay.example:8443",
                "a.example , pay.example | pay.example",
                "*.example | pay.example",
                "*.example | a.pay.example:81",
                "* | anything",
                "[::1] | [::1]:8080",
                "[::1]:8080 | [::1]:8080"
            })
    void nameAHost(String names, String host) {
        assertThat(HostNames.objectionTo(names)).isNull();
        assertThat(new HostNames(names).name(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | none",
                "none | pay.example",
                "pay.example | www.pay.example",
                "pay.example | pay.example.evil",
                "pay.example | notpay.example",
                "pay.example:8443 | pay.example",
                "pay.example:8443 | pay.example:844",
                "*.pay.example | pay.example",
                "*.pay.example | notpay.example",
                "[::1] | [::2]"
            })
    void doNotNameAnother(String names, String host) {
        assertThat(new HostNames(names).name(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,,b", "a,", "https://pay.example", "pay.example/x", "pay example", "a*.b", "*."})
    void areRefusedUnlessTheyAreNames(String text) {
        assertThat(HostNames.objectionTo(text)).contains("*.example");
    }

    @Test
    void thatAreAwayBeatThoseThatAreOwn() {
        ApplicationSettings settings = Settings.defaults()
                .forContext("/shop")
                .with(Key.OWN_HOSTS, "*.shop.example, www.example")
                .with(Key.AWAY_HOSTS, "pay.shop.example");

        assertThat(settings.isOwnHost("mail.shop.example")).isTrue();
        assertThat(settings.isOwnHost("www.example:8443")).isTrue();
        assertThat(settings.isOwnHost("pay.shop.example")).isFalse();
        assertThat(settings.isOwnHost("elsewhere.example")).isFalse();
        assertThat(settings.with(Key.OWN_HOSTS, "none").isOwnHost("www.example"))
                .isFalse();
        assertThatThrownBy(() -> settings.with(Key.AWAY_HOSTS, "https://pay.example/"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("away.hosts=https://pay.example/");
    }
}
