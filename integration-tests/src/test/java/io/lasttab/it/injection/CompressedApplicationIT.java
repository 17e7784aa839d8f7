package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnJetty;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import io.lasttab.it.server.JettySetup;
import io.lasttab.it.server.Server;
import java.util.ArrayList;
import java.util.List;

/** An application with a compressing handler of its own, between Jetty's context and the servlets. */
class CompressedApplicationIT {
    private static final String CONTEXT = "/" + JettySetup.ZIPPED + "/";

    @OnJetty(JettySetup.OWN_HANDLERS)
    void getsTheTagInsideOfWhatIsCompressed(Server server) {
        List<String> wrong = new ArrayList<>();
        List<String> compressed = new ArrayList<>();
        for (Corpus page : Corpus.on(server.target().container())) {
            if (page.expectation() != Expectation.TAGGED) {
                continue;
            }
            try {
                Http zipped = Http.on(server.port()).with("Accept-Encoding", "gzip");
                // What a script fetches gets no tag.
                Answer plain = zipped.with("Sec-Fetch-Dest", "empty").get(CONTEXT + page.path());
                Answer answer = zipped.asDocument().get(CONTEXT + page.path());
                if (isZipped(answer)) {
                    compressed.add(page.path());
                    answer = answer.unzipped();
                }
                plain = isZipped(plain) ? plain.unzipped() : plain;
                Tag.isTagged(page, plain, answer);
            } catch (AssertionError | RuntimeException e) {
                wrong.add(page.path() + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compressed)
                .contains("inject/writer", "inject/length-int", "inject/big-stream", "inject/async", "big.html");
    }

    private static boolean isZipped(Answer answer) {
        return answer.headers("content-encoding").contains("gzip");
    }
}
