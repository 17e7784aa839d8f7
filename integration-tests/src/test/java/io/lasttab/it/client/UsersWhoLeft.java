package io.lasttab.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** So many users of an application that each cannot have a connection of his own; each has closed his only page. */
public final class UsersWhoLeft {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String application;

    /** @param application its address, which ends with a slash */
    public UsersWhoLeft(String application) {
        this.application = application;
    }

    /** Each comes, and is gone. */
    public void comesAndGoes(int users) {
        for (int i = 0; i < users; i++) {
            HttpResponse<String> visit = send(request("api").GET().build());
            String cookie =
                    visit.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
            String page = SpokenPage.newId();
            say(cookie, "hello " + page + " 1");
            say(cookie, "bye " + page + " 2");
        }
    }

    private void say(String cookie, String message) {
        int status = send(request("__lasttab/page")
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(message))
                        .build())
                .statusCode();
        if (status != 204) {
            throw new AssertionError(message.split(" ", 2)[0] + " was answered by " + status);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(application + path)).version(HttpClient.Version.HTTP_1_1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
