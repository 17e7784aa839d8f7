package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechlessPolicyTest {

    private final Tag tag = new Tag("/__lasttab/1.js");

    private Injection decide(String policy) {
        return Injection.decide(TestHead.html().response("Content-Security-Policy", policy), tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script-src 'sha256-AAAA'",
                "script-src 'none'",
                "script-src 'unsafe-inline'",
                "script-src 'strict-dynamic' 'self'",
                "default-src 'none'; script-src 'self'",
                "default-src 'self'; connect-src https://api.example",
                "default-src 'self'; connect-src 'none'",
                "script-src 'nonce-abc'; connect-src api.example",
                "sandbox",
                "sandbox allow-scripts",
                "sandbox allow-forms allow-same-origin",
                "default-src 'self', script-src 'none'"
            })
    void leavesAPageWithoutTheTagAndTakesItForOneThatCannotSpeak(String policy) {
        Injection injection = decide(policy);
        assertThat(injection.skip()).isEqualTo(Skip.POLICY);
        assertThat(injection.isUnseenPage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "script-src 'self' https://cdn.example",
                "script-src *; connect-src *",
                "default-src https:",
                "script-src 'strict-dynamic' 'nonce-abc'",
                "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'",
                "img-src 'none'; frame-ancestors 'none'; upgrade-insecure-requests",
                "sandbox allow-scripts allow-same-origin",
                "default-src 'self', script-src 'self'"
            })
    void thatIsNoneLetsTheTagIn(String policy) {
        assertThat(decide(policy).isSeeking()).isTrue();
    }

    @Test
    void thatOnlyReportsChangesNothing() {
        TestHead head = TestHead.html().response("Content-Security-Policy-Report-Only", "default-src 'none'");
        assertThat(Injection.decide(head, tag).isSeeking()).isTrue();
    }
}
