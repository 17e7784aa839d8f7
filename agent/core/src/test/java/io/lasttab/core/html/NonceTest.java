package io.lasttab.core.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "script-src 'nonce-abc'                                     | abc",
                "default-src 'self'; script-src 'self' 'nonce-a+/b=='       | a+/b==",
                "default-src 'nonce-d'                                      | d",
                "default-src 'nonce-d'; script-src 'nonce-s'                | s",
                "script-src 'nonce-s'; script-src-elem 'nonce-e'            | e",
                "default-src 'nonce-d'; script-src 'self'                   | none",
                "script-src 'nonce-s'; script-src-elem 'self'               | none",
                "script-src 'self'; script-src 'nonce-second'               | none",
                "SCRIPT-SRC 'NONCE-AbC'                                     | AbC",
                ";; script-src\t 'strict-dynamic'   'nonce-abc' ;           | abc",
                "img-src 'nonce-i'; style-src 'nonce-s'                     | none",
                "script-src-attr 'nonce-a'                                  | none",
                "default-src 'self', script-src 'nonce-second-policy'       | second-policy",
                "script-src 'nonce-'                                        | none",
                "script-src nonce-abc                                       | none",
                "script-src 'nonce-a\"onload=x'                             | none",
                "script-src 'nonce-a=b'                                     | none",
                "script-src 'nonce-a>b'                                     | none",
                "script-src 'nonce-é'                                       | none",
                "script-src 'nonce-bad!' 'nonce-good'                       | good",
                "script-src                                                 | none",
                "``                                                         | none",
                "none                                                       | none"
            })
    void isThatOfTheDirectiveThatRulesScripts(String policy, String nonce) {
        assertThat(ContentSecurityPolicy.nonce(policy)).isEqualTo(nonce);
    }

    @Test
    void goesIntoTheTagAndIsCounted() {
        TestHead head = TestHead.html().response("Content-Security-Policy", "script-src 'nonce-abc'");
        Injection injection = Injection.decide(head, new Tag("/a.js"));
        ByteBuffer out = injection.splice(ByteBuffer.wrap("<html><head></head>".getBytes(UTF_8)));
        String tag = "<script src=\"/a.js\" nonce=\"abc\" async=\"\"></script>";
        assertThat(UTF_8.decode(out).toString()).isEqualTo("<html><head>" + tag + "</head>");
        assertThat(injection.addedBytes()).isEqualTo(tag.length());
    }
}
