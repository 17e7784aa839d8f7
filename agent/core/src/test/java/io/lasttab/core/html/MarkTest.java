package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How copies with the tag are told from those without, and what the application sees of it: nothing. */
class MarkTest {

    private static final String DATE = "Sun, 22 Nov 2026 09:20:26 GMT";
    private static final String OF_DATE = "W/\"lt-Sun22Nov2026092026GMT-lt088f7070421065b0\"";

    private final Mark mark = new Tag("/shop/__lasttab/0f3a9c.js").mark();
    private final Request request = new Request();

    private static final class Request implements RequestHead {
        final Map<String, String> headers = new HashMap<>();
        String method = "GET";

        @Override
        public String method() {
            return method;
        }

        @Override
        public String header(String name) {
            return headers.get(name);
        }

        @Override
        public void replace(String name, String value) {
            headers.merge(name, "", (before, none) -> value); // null takes it away
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\"abc\", \"abc-lt088f7070421065b0\"",
                "W/\"abc\", W/\"abc-lt088f7070421065b0\"",
                "\"\", \"-lt088f7070421065b0\""
            })
    void isPutOnAndTakenOff(String etag, String marked) {
        TestHead response = TestHead.html().response("ETag", etag);
        mark.putOn(response);
        assertThat(response.header("ETag")).isEqualTo(marked);

        request.headers.put("If-None-Match", marked);
        assertThat(mark.takeOff(request)).isEqualTo(marked);
        assertThat(request.headers).containsEntry("If-None-Match", etag).hasSize(1);

        TestHead notModified = TestHead.html().status(304).response("ETag", etag);
        mark.putBack(marked, notModified);
        assertThat(notModified.header("ETag")).isEqualTo(marked);
    }

    @Test
    void isAnotherForATagThatLeadsElsewhere() {
        Mark other = new Tag("/other/__lasttab/0f3a9c.js").mark();
        TestHead document = TestHead.html().response("ETag", "\"abc\"");
        other.putOn(document);
        String marked = document.header("ETag");
        request.headers.put("If-None-Match", marked);
        assertThat(mark.takeOff(request)).isNull();
        assertThat(other.takeOff(request)).isEqualTo(marked);
    }

    @Test
    void isTakenOffBelowWhatOthersAdd() {
        request.headers.put("If-None-Match", "\"abc-lt088f7070421065b0--gzip\"");
        assertThat(mark.takeOff(request)).isEqualTo("\"abc-lt088f7070421065b0--gzip\"");
        assertThat(request.headers).containsEntry("If-None-Match", "\"abc--gzip\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"",
                "*",
                "",
                "abc-lt088f7070421065b0",
                "\"abc-lt0f3a9",
                "\"abc-lt088f7070421065b1\"",
                "\"abc-lt088f7070421065b0\" \"def\"",
                "\"abc-lt088f7070421065b0\", def",
                "\"abc-lt088f7070421065b0\",",
                OF_DATE
            })
    void leavesAloneWhatIsNotOneCopyWithTheTag(String value) {
        request.headers.put("If-None-Match", value);
        request.headers.put("If-Modified-Since", "Sun, 22 Nov 2026 09:20:27 GMT");
        Map<String, String> before = new HashMap<>(request.headers);
        assertThat(mark.takeOff(request)).isNull();
        assertThat(request.headers).isEqualTo(before);
    }

    @Test
    void leavesAnEtagAloneThatHasSeveralValuesOrIsNone() {
        for (String etag : new String[] {"\"a\", \"b\"", "abc", "\"", "W/\"", "\"abc-lt088f7070421065b0\""}) {
            TestHead response = TestHead.html().response("ETag", etag);
            mark.putOn(response);
            assertThat(response.header("ETag")).isEqualTo(etag);
        }
    }

    @Test
    void ofADocumentWithADateOnlyIsMadeOfTheDateAndTakenAwayWithIt() {
        TestHead response = TestHead.html().response("Last-Modified", DATE);
        mark.putOn(response);
        assertThat(response.header("ETag")).isEqualTo(OF_DATE);
        assertThat(response.header("Last-Modified")).isEqualTo(DATE);

        request.headers.put("If-None-Match", OF_DATE);
        request.headers.put("If-Modified-Since", DATE);
        assertThat(mark.takeOff(request)).isEqualTo(OF_DATE);
        assertThat(request.headers).containsOnly(Map.entry("If-Modified-Since", DATE));

        TestHead notModified = TestHead.html().status(304);
        mark.putBack(OF_DATE, notModified);
        assertThat(notModified.header("ETag")).isEqualTo(OF_DATE);
    }

    @Test
    void isNotMadeUpForADocumentWithoutAnyValidator() {
        TestHead response = TestHead.html();
        mark.putOn(response);
        assertThat(response.header("ETag")).isNull();
        assertThat(response.header("Accept-Ranges")).isNull();
    }

    @Test
    void asksForTheWholeDocumentWhereTheRestOfATaggedOneWasAskedFor() {
        request.headers.put("Range", "bytes=100-");
        request.headers.put("If-Range", "\"abc-lt088f7070421065b0\"");
        assertThat(mark.takeOff(request)).isNull();
        assertThat(request.headers).isEmpty();

        request.headers.put("Range", "bytes=100-");
        request.headers.put("If-Range", "\"abc\"");
        mark.takeOff(request);
        assertThat(request.headers).hasSize(2);
    }

    /** Such as one with 416, which says that an image has parts after all. */
    @Test
    void leavesWhatAnErrorPageSaysOfParts() {
        TestHead response = TestHead.html().status(416).response("Accept-Ranges", "bytes");
        mark.putOn(response);
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void offersNoPartsOfADocumentThatTheApplicationDoesNotHave() {
        TestHead response = TestHead.html().response("Accept-Ranges", "bytes");
        mark.putOn(response);
        assertThat(response.header("Accept-Ranges")).isEqualTo("none");
    }

    @Test
    void isAnotherOneForAnotherApplicationAtTheSameAddress() {
        Mark others = new Tag("/other/__lasttab/0f3a9c.js").mark();
        request.headers.put("If-None-Match", "\"abc-lt088f7070421065b0\"");
        assertThat(others.takeOff(request)).isNull();
        assertThat(request.headers).containsEntry("If-None-Match", "\"abc-lt088f7070421065b0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "If-Match"})
    void isTakenOffEachOfAList(String name) {
        request.headers.put(
                name,
                "\"abc-lt088f7070421065b0\" ,W/\"d,e-lt088f7070421065b0--gzip\", \"f\",\t\"g-lt088f7070421065b0\"");
        mark.takeOff(request);
        assertThat(request.headers).containsOnly(Map.entry(name, "\"abc\", W/\"d,e--gzip\", \"f\", \"g\""));
    }

    @Test
    void ofTheDateIsTakenOutOfAList() {
        request.headers.put("If-None-Match", OF_DATE + ", \"f\"");
        request.headers.put("If-Modified-Since", DATE);
        assertThat(mark.takeOff(request)).isEqualTo(OF_DATE + ", \"f\"");
        assertThat(request.headers).containsEntry("If-None-Match", "\"f\"");
    }

    @Test
    void isPutBackOnTheOneOfSeveralCopiesThatIsMeant() {
        String copies = "\"abc-lt088f7070421065b0\", \"def\", \"ghi-lt088f7070421065b0--gzip\"";
        TestHead tagged = TestHead.html().status(304).response("ETag", "W/\"abc\"");
        assertThat(mark.putBack(copies, tagged)).isTrue();
        assertThat(tagged.header("ETag")).isEqualTo("W/\"abc-lt088f7070421065b0\"");

        TestHead packed = TestHead.html().status(304).response("ETag", "\"ghi--gzip\"");
        assertThat(mark.putBack(copies, packed)).isTrue();

        TestHead untagged = TestHead.html().status(304).response("ETag", "\"def\"");
        assertThat(mark.putBack(copies, untagged)).isFalse();
        assertThat(untagged.header("ETag")).isEqualTo("\"def\"");

        TestHead unknown = TestHead.html().status(304);
        assertThat(mark.putBack(copies, unknown)).isFalse();
        assertThat(unknown.header("ETag")).isNull();
    }

    @Test
    void isOnWhicheverOfSeveralCopiesIsMeantIfItIsOnAll() {
        TestHead unknown = TestHead.html().status(304);
        assertThat(mark.putBack("\"abc-lt088f7070421065b0\", \"def-lt088f7070421065b0\"", unknown))
                .isTrue();
        assertThat(unknown.header("ETag")).isNull();
    }

    @Test
    void letsAReaderAskForExactlyWhatItHasReadButNotForPartsOfIt() {
        request.headers.put("If-Match", "\"abc-lt088f7070421065b0\"");
        request.headers.put("Range", "bytes=100-");
        assertThat(mark.takeOff(request)).isNull();
        assertThat(request.headers).containsOnly(Map.entry("If-Match", "\"abc\""));
    }

    @Test
    void letsAnEditorWriteWhatItHasRead() {
        request.method = "PUT";
        request.headers.put("If-Match", "\"abc-lt088f7070421065b0\"");
        assertThat(mark.takeOff(request)).isNull();
        assertThat(request.headers).containsEntry("If-Match", "\"abc\"");
    }

    @Test
    void isNoWorkWithGarbage() {
        request.headers.put("If-None-Match", "\"-lt088f7070421065b0".repeat(100_000));
        request.headers.put("If-Range", "x".repeat(1_000_000));
        assertThat(mark.takeOff(request)).isNull();
    }
}
