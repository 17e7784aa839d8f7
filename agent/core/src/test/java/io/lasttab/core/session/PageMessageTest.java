package io.lasttab.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.PageMessage.Kind;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMessageTest {

    private static final String ID = "9f86d081884c7d659a2feaa0c55ad015";

    @Test
    void readsWhatThePageScriptSays() {
        PageMessage bye = PageMessage.parse("bye " + ID + " 3 cached");

        assertThat(bye.kind()).isEqualTo(Kind.BYE);
        assertThat(bye.idHigh()).isEqualTo(0x9f86d081884c7d65L);
        assertThat(bye.idLow()).isEqualTo(0x9a2feaa0c55ad015L);
        assertThat(bye.sequence()).isEqualTo(3);
        assertThat(bye.cached()).isTrue();
        assertThat(PageMessage.parse("bye " + ID + " 4").cached()).isFalse();
        assertThat(PageMessage.parse("framed " + ID + " 1").kind()).isEqualTo(Kind.FRAMED);
    }

    @Test
    void readsWhereThePageWasSendingItsUser() {
        assertThat(PageMessage.parse("bye " + ID + " 3").away()).isNull();
        PageMessage closed = PageMessage.parse("bye " + ID + " 3 away pay.example:8443");
        assertThat(closed.away()).isEqualTo("pay.example:8443");
        assertThat(closed.cached()).isFalse();
        PageMessage left = PageMessage.parse("bye " + ID + " 3 cached away [::1]");
        assertThat(left.away()).isEqualTo("[::1]");
        assertThat(left.cached()).isTrue();
    }

    @Test
    void readsTheLongestNameThatAHostCanHave() {
        String host = "a".repeat(253) + ":65535";
        String longest = "bye " + ID + " " + PageMessage.MAX_SEQUENCE + " cached away " + host;

        assertThat(PageMessage.parse(longest).away()).isEqualTo(host);
    }

    @Test
    void readsThePageThatTheTabShowedBefore() {
        PageMessage hello = PageMessage.parse("hello " + ID + " 1 after " + ID.replace('9', '0') + " 12");

        assertThat(hello.idHigh()).isEqualTo(0x9f86d081884c7d65L);
        assertThat(hello.sequence()).isOne();
        assertThat(hello.after().kind()).isEqualTo(Kind.BYE);
        assertThat(hello.after().idHigh()).isEqualTo(0x0f86d081884c7d65L);
        assertThat(hello.after().idLow()).isEqualTo(0x0a2feaa0c55ad015L);
        assertThat(hello.after().sequence()).isEqualTo(12);
        assertThat(PageMessage.parse("hello " + ID + " 1").after()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "hello ",
                "hello  " + ID + " 1",
                "Hello " + ID + " 1",
                "hola " + ID + " 1",
                "hello " + ID,
                "hello " + ID + " ",
                "hello " + ID + " 1 ",
                "hello " + ID + " 1\n",
                "hello " + ID + " -1",
                "hello " + ID + " +1",
                "hello " + ID + " 1e3",
                "hello " + ID + " ١",
                "hello " + ID + "\t1",
                "hello " + ID + "0 1",
                "hello 9F86D081884C7D659A2FEAA0C55AD015 1",
                "hello 9f86d081884c7d659a2feaa0c55ad01g 1",
                "hello g9f86d081884c7d659a2feaa0c55ad01 1",
                "hello " + ID + " 1 after 9f86d081884c7d659a2feaa0c55ad01g 1",
                "hello 9f86d081884c7d659a2feaa0c55ad01g 1 after " + ID + " 1",
                "hello 9f86d081884c7d659a2feaa0c55ad01 1",
                "hello " + ID + " 1 cached",
                "alive " + ID + " 1 cached",
                "alive " + ID + " 1 after " + ID + " 1",
                "hello " + ID + " 1 after",
                "hello " + ID + " 1 after ",
                "hello " + ID + " 1 after " + ID,
                "hello " + ID + " 1 after " + ID + " ",
                "hello " + ID + " 1 after " + ID + " 1 ",
                "hello " + ID + " 1 after " + ID + " 1 cached",
                "hello " + ID + " 1 after " + ID + " 4194304",
                "hello " + ID + " 1 away pay.example",
                "bye " + ID + " 1 after " + ID + " 1",
                "bye " + ID + " 1 away",
                "bye " + ID + " 1 away ",
                "bye " + ID + " 1 away pay.example cached",
                "bye " + ID + " 1 away pay.example\n",
                "bye " + ID + " 1 away pay.ex\u00e4mple",
                "bye " + ID + " 1 kept",
                "bye " + ID + " 1  cached",
                "bye " + ID + " 1 cached ",
                "bye " + ID + " 1cached",
                "hello " + ID + " 4194304",
                "hello " + ID + " 4294967297",
                "hello " + ID + " 99999999999999999999999999",
            })
    void refusesEverythingElse(String text) {
        assertThat(PageMessage.parse(text)).isNull();
    }

    @Test
    void refusesWhatIsLongerThanAnyMessage() {
        String longest = "hello " + ID + " " + "0".repeat(PageMessage.MAX_BYTES - ID.length() - 8) + "1";

        assertThat(PageMessage.parse(longest).sequence()).isOne();
        assertThat(PageMessage.parse(longest.replace(" 0", " 00"))).isNull();
    }

    @Property
    void readsBackEveryMessage(
            @ForAll Kind kind,
            @ForAll long high,
            @ForAll long low,
            @ForAll @IntRange(max = PageMessage.MAX_SEQUENCE) int sequence,
            @ForAll boolean kept) {
        boolean cached = kept && kind == Kind.BYE;
        String word = kind.name().toLowerCase(Locale.ROOT);
        PageMessage read = PageMessage.parse(
                String.format("%s %016x%016x %d%s", word, high, low, sequence, cached ? " cached" : ""));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.idHigh()).isEqualTo(high);
        assertThat(read.idLow()).isEqualTo(low);
        assertThat(read.sequence()).isEqualTo(sequence);
        assertThat(read.cached()).isEqualTo(cached);
    }

    @Property
    void readsOrRefusesAnyText(@ForAll("almostMessages") String text) {
        PageMessage.parse(text); // throws nothing
    }

    @Provide
    Arbitrary<String> almostMessages() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of(
                        "hello ", "alive ", "bye ", "framed ", ID, " ", "1", " cached", " away ", " after ", "4194303"),
                Arbitraries.strings().ofMaxLength(20));
        return parts.list().ofMaxSize(8).map(all -> String.join("", all));
    }
}
