package io.lasttab.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    private static Map<String, Object> read(String json) throws BadLineException {
        byte[] bytes = ("before" + json + "}behind").getBytes(UTF_8);
        return FlatJson.read(bytes, 6, bytes.length - 7);
    }

    @Test
    void readsEveryKindOfValue() throws BadLineException {
        assertThat(read("{\"text\":\"a b\",\"whole\":-12,\"broken\":1.5e3,\"yes\":true,\"no\":false,\"none\":null}"))
                .containsEntry("text", "a b")
                .containsEntry("whole", -12L)
                .containsEntry("broken", 1500.0)
                .containsEntry("yes", true)
                .containsEntry("no", false)
                .containsEntry("none", null)
                .hasSize(6);
    }

    @Test
    void readsSpaceWhereJsonAllowsIt() throws BadLineException {
        assertThat(read(" { \"a\" : 1 ,\t\"b\" : 2 } \r")).containsOnlyKeys("a", "b");
        assertThat(read("{ }")).isEmpty();
    }

    @Test
    void readsEscapesAndWhatIsNoAscii() throws BadLineException {
        assertThat(read("{\"a\":\"\\u2026AD \\\"\\\\\\/\\b\\f\\n\\r\\t…é\"}"))
                .containsEntry("a", "…AD \"\\/\b\f\n\r\t…é");
        assertThat(read("{\"\\u0061\":\"\\ud83d\\ude00\"}")).containsEntry("a", "😀");
    }

    @Test
    void keepsNumbersThatAreNoLong() throws BadLineException {
        assertThat(read("{\"a\":123456789012345678901}")).containsEntry("a", 1.2345678901234568e20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[1]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":nulll}",
                "{\"a\":\"b}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":1} {}",
                "{\"a\":1}}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":é}"
            })
    void refusesWhatIsNotQuiteJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadLineException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":[1]}       | has a list or an object in it (column 6)",
                "{\"a\":1,\"a\":2} | has a field twice (column 13)",
                "{\"a\":x}         | is no JSON (column 6)",
                "{\"a\":1          | is cut off",
                "{\"a\":1} 2       | goes on behind its } (column 9)",
                "hello             | does not begin with {"
            })
    void saysWhatIsWrongAndWhere(String json, String why) {
        assertThatThrownBy(() -> read(json)).hasMessage(why);
    }
}
