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
                // What a script fetches gets no tag.
                Answer plain =
                        Http.on(server.port()).with("Sec-Fetch-Dest", "empty").get(CONTEXT + page.path());
                Answer answer = Http.on(server.port())
                        .asDocument()
                        .with("Accept-Encoding", "gzip")
                        .get(CONTEXT + page.path());
                if (answer.headers("content-encoding").contains("gzip")) {
                    compressed.add(page.path());
                    answer = answer.unzipped();
                }
                Tag.isTagged(page, plain, answer);
            } catch (AssertionError | RuntimeException e) {
                wrong.add(page.path() + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compressed)
                .contains("inject/writer", "inject/length-int", "inject/big-stream", "inject/async", "big.html");
    }
}
