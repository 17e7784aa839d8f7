package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/shop/cart, /shop/cart",
        "https://shop.example:8443/shop/cart;jsessionid=1?a=http://b/, /shop/cart;jsessionid=1?a=http://b/",
        "http://[::1]:8080/?, /?",
        "/to?url=http://shop.example/, /to?url=http://shop.example/",
        "*, *"
    })
    void isPathAndQueryWhateverTheHost(String address, String pathAndQuery) {
        assertThat(DocumentAddress.hash(address)).isEqualTo(DocumentAddress.hash(pathAndQuery));
    }

    @ParameterizedTest
    @CsvSource({"/shop/cart, '', /shop/cart", "/shop/cart, ?, /shop/cart?", "/, ?a=b, /?a=b", "'', '', ''"})
    void isTheSameInPieces(String path, String query, String whole) {
        byte[] bytes = ("xy" + query + "z").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DocumentAddress.known(DocumentAddress.with(DocumentAddress.with(0, path), query)))
                .isEqualTo(DocumentAddress.hash(whole));
        assertThat(DocumentAddress.known(
                        DocumentAddress.with(DocumentAddress.with(0, path), bytes, 2, bytes.length - 1)))
                .isEqualTo(DocumentAddress.hash(whole));
    }

    @Test
    void takesBytesForCharactersOfLatin1() {
        byte[] bytes = "/caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(DocumentAddress.with(0, bytes, 0, bytes.length)).isEqualTo(DocumentAddress.with(0, "/caf\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/cart?a=c", "/shop/cart", "/shop/car?ta=b", "/", "http://shop.example"})
    void isAnotherOneForAnotherDocument(String other) {
        assertThat(DocumentAddress.hash(other)).isNotEqualTo(DocumentAddress.hash("/shop/cart?a=b"));
    }

    @Test
    void isUnknownOnlyIfItIsNotTold() {
        assertThat(DocumentAddress.hash(null)).isEqualTo(DocumentAddress.UNKNOWN);
        assertThat(DocumentAddress.hash("")).isNotEqualTo(DocumentAddress.UNKNOWN);
    }
}
