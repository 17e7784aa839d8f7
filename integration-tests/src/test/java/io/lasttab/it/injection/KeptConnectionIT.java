package io.lasttab.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Answers follow one another on one connection: a length that is wrong by a byte would spoil the next. */
class KeptConnectionIT {
    @OnEveryServer
    void carriesTheWholeCorpus(Server server) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (Corpus page : Corpus.on(server.target().container())) {
            if (page.expectation() == Expectation.CUT_SHORT) {
                continue; // the container keeps no connection that could be spoilt
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(page.path())))
                    .timeout(Duration.ofSeconds(20))
                    .header("Accept", "text/html")
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(page.path()).isBetween(200, 499);
        }
    }
}
