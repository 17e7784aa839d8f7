package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Whatever the soup and however it is cut: nothing is lost, and a parser that is not ours finds the script. */
class SplicePropertyTest {

    private static final String TAG = "<script src=\"/a/__lasttab/0.js\" async=\"\"></script>";
    private static final Set<String> NOT_RUN_IN =
            Set.of("template", "noscript", "textarea", "title", "style", "select");

    private final Tag tag = new Tag("/a/__lasttab/0.js");

    @Property(tries = 20_000)
    void removingTheTagGivesTheOriginalAndAParserFindsTheScript(
            @ForAll("soup") String soup,
            @ForAll Wire wire,
            @ForAll Chunks.Kind kind,
            @ForAll @Size(max = 6) List<@IntRange(max = 1000) Integer> wishes) {
        byte[] body = wire.bytes(soup);
        Injection injection = Injection.decide(TestHead.html().charset(wire.announced), tag);
        byte[] sent = Chunks.send(injection, kind, body, cuts(wishes, body));
        check(injection, soup, wire, sent);
    }

    @Property(tries = 5_000)
    void soInOneByteChunks(@ForAll("soup") String soup, @ForAll Wire wire) {
        byte[] body = wire.bytes(soup);
        Injection injection = Injection.decide(TestHead.html().charset(wire.announced), tag);
        check(injection, soup, wire, Chunks.send(injection, Chunks.Kind.HEAP, body, Chunks.everywhere(body)));
    }

    @Property(tries = 10_000)
    void soInTwoParts(
            @ForAll("soup") String soup,
            @ForAll Wire wire,
            @ForAll Chunks.Kind kind,
            @ForAll @Size(max = 6) List<@IntRange(max = 1000) Integer> wishes) {
        byte[] body = wire.bytes(soup);
        Injection injection = Injection.decide(TestHead.html().charset(wire.announced), tag);
        check(injection, soup, wire, Chunks.sendInTwoParts(injection, kind, body, cuts(wishes, body)));
    }

    @Property(tries = 20_000)
    void aBeginningThatIsKnownChangesNothing(
            @ForAll("soup") String soup,
            @ForAll Wire wire,
            @ForAll Chunks.Kind kind,
            @ForAll @IntRange(max = 60) int changedAt,
            @ForAll @Size(max = 3) List<@IntRange(max = 1000) Integer> wishes) {
        byte[] body = wire.bytes(soup);
        Chunks.send(Injection.decide(TestHead.html().charset(wire.announced), tag), kind, body, new int[0]);
        byte[] other = body.clone();
        if (changedAt < other.length) {
            other[changedAt] ^= 2;
        }
        for (byte[] next : List.of(body, other)) {
            Injection known = Injection.decide(TestHead.html().charset(wire.announced), tag);
            Injection fresh = Injection.decide(TestHead.html().charset(wire.announced), new Tag("/a/__lasttab/0.js"));
            int[] cuts = cuts(wishes, next);
            assertThat(Chunks.send(known, kind, next, cuts)).isEqualTo(Chunks.send(fresh, kind, next, cuts));
            assertThat(known.isPlaced()).isEqualTo(fresh.isPlaced());
            assertThat(known.skip()).isEqualTo(fresh.skip());
        }
    }

    private static void check(Injection injection, String soup, Wire wire, byte[] sent) {
        String text = new String(sent, wire.charset);
        int at = text.indexOf(TAG);
        assertThat(at >= 0).isEqualTo(injection.isPlaced());
        if (at < 0) {
            assertThat(sent).isEqualTo(wire.bytes(soup));
            return;
        }
        String rest = text.substring(0, at) + text.substring(at + TAG.length());
        assertThat(rest.getBytes(wire.charset)).isEqualTo(wire.bytes(soup));
        assertThat(text.indexOf(TAG, at + 1)).as("a second tag").isNegative();
        assertThat(sent).hasSize(wire.bytes(soup).length + injection.addedBytes());
        assertRuns(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static void assertRuns(String text) {
        Document parsed = Jsoup.parse(text);
        Elements scripts = parsed.select("script[src=/a/__lasttab/0.js]");
        assertThat(scripts).as(text).hasSize(1);
        for (Element parent : scripts.get(0).parents()) {
            assertThat(NOT_RUN_IN).as(text).doesNotContain(parent.normalName());
        }
    }

    private static int[] cuts(List<Integer> wishes, byte[] body) {
        return wishes.stream()
                .mapToInt(wish -> wish % (body.length + 1))
                .sorted()
                .toArray();
    }

    /**
     * Most begin like a document: the others are short of interest. Without CDATA, which jsoup knows in HTML too, though the
     * standard says it begins a comment there, and without a doctype that has no name, which makes it swallow what follows.
     */
    @Provide
    Arbitrary<String> soup() {
        Arbitrary<String> beginning = Arbitraries.of(
                "<!DOCTYPE html>", "<html>", "<!doctype html><html lang=en>", "", "<!-- a --><html a='", "<?x?>");
        Arbitrary<String> tokens = Arbitraries.of(
                "<head>",
                "<head",
                "<HEAD a=\"b>c\">",
                "<html>",
                "<html",
                "<header>",
                "<he",
                "<h",
                "<",
                "</",
                ">",
                "\"",
                "'",
                "=",
                "/",
                " ",
                "\n",
                "a",
                "ソ",
                "<!--",
                "-->",
                "-",
                "--!>",
                "<!",
                "<?",
                "<!doctype html>",
                "<!DOCTYPE a",
                "]]>",
                "<title>",
                "</title>",
                "<style>",
                "</style>",
                "<script>",
                "</script>",
                "<noscript>",
                "<template>",
                "<textarea>",
                "</textarea>",
                "<body>",
                "<frameset>",
                "<select>",
                "<meta a=",
                "<link>",
                "<base>",
                "<svg>",
                "<p>",
                "</p>",
                "</head>",
                "</body>",
                "</html>",
                " a='",
                " b=\"",
                " c=",
                "&",
                "&amp;",
                "/>",
                "!");
        return beginning.flatMap(first -> tokens.list().ofMaxSize(14).map(rest -> first + String.join("", rest)));
    }
}
