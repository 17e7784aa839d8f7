package io.lasttab.it.behaviour;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.SpokenPage;
import io.lasttab.it.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser that speaks HTTP/2 to the server, as a proxy in front of it may do: its last tab closed. */
class Http2IT {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @OnEveryServer
    void endsTheSessionOnTimeAfterTheBye(Server server) throws IOException, InterruptedException {
        assumeTrue(server.target().container().speaksHttp2(), "no HTTP/2 in clear text");
        HttpResponse<String> document = send(HttpRequest.newBuilder(URI.create(server.url("index.jsp")))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Dest", "document"));
        assertThat(document.body()).contains("<head><script src=\"/probe/__lasttab/");
        String cookie =
                document.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String session = cookie.substring("JSESSIONID=".length()).split("\\.", 2)[0];

        String page = SpokenPage.newId();
        say(server, cookie, "hello " + page + " 1");
        long before = System.currentTimeMillis();
        say(server, cookie, "bye " + page + " 2");
        SessionStory.of(server, session).endsInTimeAfter(new Moment(before, System.currentTimeMillis()));
    }

    private void say(Server server, String cookie, String message) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server.url("__lasttab/page")))
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return answer;
    }
}
