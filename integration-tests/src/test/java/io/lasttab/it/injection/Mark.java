package io.lasttab.it.injection;

import io.lasttab.it.client.Answer;
import java.util.regex.Pattern;

/** What Lasttab adds to the validators of a document that has the tag. */
final class Mark {
    private static final Pattern MARK = Pattern.compile("-lt[0-9a-f]{16}(?=(--gzip)?\"$)");
    private static final Pattern OF_DATE = Pattern.compile("W/\"lt-[0-9A-Za-z]+-lt.*");

    private Mark() {}

    static boolean isOn(Answer answer) {
        return answer.header("etag").filter(etag -> MARK.matcher(etag).find()).isPresent();
    }

    /** The answer as it was cached before the agent came. */
    static Answer off(Answer answer) {
        return new Answer(
                answer.status(),
                answer.headers().stream()
                        .filter(header -> !(header.name().equals("etag")
                                && OF_DATE.matcher(header.value()).matches()))
                        .map(header -> header.name().equals("etag")
                                ? new Answer.Header(
                                        "etag", MARK.matcher(header.value()).replaceFirst(""))
                                : header)
                        .toList(),
                answer.body());
    }
}
