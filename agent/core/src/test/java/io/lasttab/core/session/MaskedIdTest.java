package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people see of a session id. */
class MaskedIdTest {
    @Test
    void isTheEnd() {
        assertThat(MaskedId.of("0123456789ABCDEF0123456789ABCDEF")).isEqualTo("…CDEF");
        assertThat(MaskedId.of("node01wnclw3xp3fnb1x3pi5sgkpb8x17")).isEqualTo("…8x17");
    }

    @Test
    void leavesOutTheServerThatKeepsTheSession() {
        assertThat(MaskedId.of("0123456789ABCDEF0123456789ABCDEF.tomcat1")).isEqualTo("…CDEF");
    }

    @Test
    void isAtMostAQuarter() {
        assertThat(MaskedId.of("12345678")).isEqualTo("…78");
        assertThat(MaskedId.of("123")).isEqualTo("…");
        assertThat(MaskedId.of("")).isEqualTo("…");
        assertThat(MaskedId.of(null)).isEqualTo("?");
    }
}
