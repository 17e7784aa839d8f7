package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "default-src 'self', script-src 'none'",
                "script-src 'nonce-abc', script-src 'nonce-def'",
                "script-src 'nonce-abc' 'strict-dynamic', default-src https://cdn.example",
                "script-src https://cdn.example"
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
                "default-src 'self', script-src 'self'",
                "script-src 'nonce-abc', script-src 'self'",
                "script-src 'nonce-abc', script-src 'nonce-abc'",
                "script-src shop.example; connect-src https://shop.example",
                "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"
            })
    void thatIsNoneLetsTheTagIn(String policy) {
        assertThat(decide(policy).isSeeking()).isTrue();
    }

    /** So that nobody is told of a script that the policy would let run, were it but for its nonce. */
    @Test
    void thatOnlyReportsGivesItsNonce() {
        TestHead head = TestHead.html().response("Content-Security-Policy-Report-Only", "script-src 'nonce-abc'");
        assertThat(ContentSecurityPolicy.nonce(head)).isEqualTo("abc");
        head.response("Content-Security-Policy", "script-src 'nonce-def'");
        assertThat(ContentSecurityPolicy.nonce(head)).isEqualTo("def");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "default-src 'self'                            | ``",
                "script-src 'none'                             | add 'self' to script-src",
                "SCRIPT-SRC 'sha256-AAAA'                      | add 'self' to script-src",
                "script-src 'self'; script-src-elem a.example  | add 'self' to script-src-elem",
                "script-src 'strict-dynamic' 'self'            | add a nonce to script-src",
                "default-src 'none'                            | add script-src 'self'; add connect-src 'self'",
                "default-src                                   | add script-src 'self'; add connect-src 'self'",
                "default-src a.example                         | add 'self' to default-src",
                "default-src 'self'; connect-src a.example     | add 'self' to connect-src",
                "sandbox allow-forms                           | add allow-scripts and allow-same-origin to sandbox",
                "default-src 'self', script-src 'none'         | add 'self' to script-src"
            })
    void isToldWithWhatToAdd(String policy, String remedy) {
        TestHead enforced = TestHead.html().response("Content-Security-Policy", policy);
        assertThat(ContentSecurityPolicy.remedy(enforced)).isEqualTo(remedy);
        assertThat(ContentSecurityPolicy.remedyOfTrial(enforced)).isEmpty();
        TestHead tried = TestHead.html().response("Content-Security-Policy-Report-Only", policy);
        assertThat(ContentSecurityPolicy.remedyOfTrial(tried)).isEqualTo(remedy);
        assertThat(ContentSecurityPolicy.remedy(tried)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"script-src", "default-src", "sandbox", "connect-src"})
    void isHelpedByWhatIsTold(String directive) {
        String policy = directive + " https://a.example";
        String remedy = ContentSecurityPolicy.remedy(TestHead.html().response("Content-Security-Policy", policy));
        for (String addition : remedy.split("; ")) {
            String[] words = addition.replace("add ", "").split(" to ");
            policy += " " + words[0].replace(" and ", " ");
            assertThat(words[1]).isEqualTo(directive);
        }
        assertThat(decide(policy).isSeeking()).as(policy).isTrue();
    }

    @Test
    void isNotTakenForAnotherOneThatWasRead() {
        String own = "connect-src Aa";
        String other = "connect-src BB";
        assertThat(own)
                .as("the test's own premise: they are remembered in one place")
                .hasSameHashCodeAs(other);
        for (int turn = 0; turn < 2; turn++) {
            assertThat(decideForHostAa(own).isSeeking()).isTrue();
            assertThat(decideForHostAa(own).isSeeking()).isTrue();
            assertThat(decideForHostAa(other).skip()).isEqualTo(Skip.POLICY);
        }
    }

    private Injection decideForHostAa(String policy) {
        return Injection.decide(TestHead.html().asked("aa", 80).response("Content-Security-Policy", policy), tag);
    }

    @Test
    void thatOnlyReportsChangesNothing() {
        TestHead head = TestHead.html().response("Content-Security-Policy-Report-Only", "default-src 'none'");
        assertThat(Injection.decide(head, tag).isSeeking()).isTrue();
    }
}
