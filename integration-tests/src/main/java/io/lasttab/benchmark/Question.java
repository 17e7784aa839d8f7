package io.lasttab.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/** What the server under load is asked for, again and again. */
enum Question {
    HTML("HTML 8 KB", BenchmarkServer.PAGE, Asker.DOCUMENT),
    HTML_64("HTML 64 KB", BenchmarkServer.LONG_PAGE, Asker.DOCUMENT),
    JSON("JSON", BenchmarkServer.DATA, Asker.DATA),
    STATIC("static file", BenchmarkServer.FILE, Asker.STYLE),
    /** A page that says it is still there; where nobody listens for that, the same words to a servlet that ignores them. */
    BEACON("beacon", BenchmarkServer.NOTHING, Asker.BEACON) {
        @Override
        byte[] request(String host, String cookie, boolean heard, int number) {
            String words = (number == 0 ? "hello " : "alive ") + PAGE_ID + " " + (number + 1);
            String head = head("POST", heard ? "/__lasttab/page" : BenchmarkServer.NOTHING, host, cookie);
            return (head + "Origin: http://" + host + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                            + words.length() + "\r\n\r\n" + words)
                    .getBytes(US_ASCII);
        }
    };

    /** One for all: each connection has a session of its own. */
    private static final String PAGE_ID = "9f86d081884c7d659a2feaa0c55ad015";

    private final String title;
    private final String path;
    private final String asker;

    Question(String title, String path, String asker) {
        this.title = title;
        this.path = path;
        this.asker = asker;
    }

    /** As in {@code -Dquestions}: lower case, with a hyphen. */
    static Question named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** For a table. */
    String title() {
        return title;
    }

    /**
     * The bytes that ask.
     *
     * @param cookie a header line that names the session, or an empty string
     * @param heard whether there is a Lasttab to hear what pages say
     * @param number how often this connection has asked before
     */
    byte[] request(String host, String cookie, boolean heard, int number) {
        return (head("GET", path, host, cookie) + "\r\n").getBytes(US_ASCII);
    }

    /** The head but for the empty line at its end: what a browser says, or what of it a server may look at. */
    String head(String method, String target, String host, String cookie) {
        return method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: benchmark\r\n"
                + "Accept-Language: en\r\nSec-Fetch-Site: same-origin\r\n" + asker + cookie;
    }

    /** What in a browser asks, by the headers that it is known by. */
    private static final class Asker {
        static final String DOCUMENT = of("text/html,application/xhtml+xml,*/*;q=0.8", "navigate", "document");
        static final String DATA = of("*/*", "cors", "empty");
        static final String STYLE = of("text/css,*/*;q=0.1", "no-cors", "style");
        static final String BEACON = of("*/*", "no-cors", "empty");

        private static String of(String accepted, String mode, String destination) {
            return "Accept: " + accepted + "\r\nSec-Fetch-Mode: " + mode + "\r\nSec-Fetch-Dest: " + destination
                    + "\r\n";
        }
    }
}
