package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Session ids as they are remembered. */
class SaltedHashTest {

    /** The test vectors of SipHash-2-4's authors, for as many bytes 00 01 02… under the key 00 01…0f. */
    @Test
    void isSipHash() {
        SaltedHash hash = new SaltedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertThat(hash.of("")).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(hash.of("\u0100\u0302\u0504\u0706")).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void tellsApartWhatDiffersInOneCharacterOrByItsEnd() {
        long[] hashes = IntStream.range(0, 64)
                .mapToObj(i -> "0123456789abcdef".substring(i % 16) + "0".repeat(i / 16))
                .mapToLong(SaltedHash.OF_THIS_RUN::of)
                .distinct()
                .toArray();
        assertThat(hashes).hasSize(64);
    }

    @Test
    void dependsOnTheSalt() {
        assertThat(new SaltedHash(1, 2).of("0123456789ABCDEF"))
                .isNotEqualTo(new SaltedHash(1, 3).of("0123456789ABCDEF"));
    }
}
