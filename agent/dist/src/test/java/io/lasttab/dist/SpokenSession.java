package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visitor with a session and one page, who says himself what the page's script would. */
final class SpokenSession {

    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (JSESSIONID=[0-9A-Za-z.]+)");
    private static final String PAGE = "9f86d081884c7d659a2feaa0c55ad015";

    private final ChildJvm server;
    private final String cookie;
    private int words;

    private SpokenSession(ChildJvm server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** Visits a page that makes a session. */
    static SpokenSession begin(ChildJvm server) throws IOException {
        Matcher cookie = COOKIE.matcher(server.get("/page", "Sec-Fetch-Dest: document"));
        assertThat(cookie.find()).isTrue();
        return new SpokenSession(server, cookie.group(1));
    }

    String get(String path) throws IOException {
        return server.get(path, "Cookie: " + cookie, "Sec-Fetch-Dest: document");
    }

    /** @return the answer of the endpoint, or of whoever answers in its place */
    String say(String word) throws IOException {
        words++;
        return server.post(
                "/__lasttab/page",
                word + " " + PAGE + " " + words,
                "Cookie: " + cookie,
                "Sec-Fetch-Site: same-origin",
                "Content-Type: text/plain;charset=UTF-8");
    }
}
