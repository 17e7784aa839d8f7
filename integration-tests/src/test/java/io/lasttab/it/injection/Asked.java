package io.lasttab.it.injection;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Conversation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case of the corpus: one connection, and what is asked on it.
 *
 * @param name what a failure is told by
 * @param turns what the client says, waiting in between; {@code {etag}} and {@code {date}} stand for the validators that the
 *     server itself gives to {@code validated}
 * @param methods those of the requests, as they say how responses end
 * @param validated a path; null if no validators are asked for
 * @param compressing whether the server may compress
 */
record Asked(String name, List<String> turns, List<String> methods, String validated, boolean compressing) {
    private static final Pattern VALIDATED = Pattern.compile("([^\\r\\n]*)\\{(etag|date)}\r\n");
    private static final Pattern SIMPLE = Pattern.compile(
            "[A-Z]+ /[!-~&&[^<>\"{}|^`\\\\%#]]* HTTP/1.1\r\nHost: probe.test\r\nConnection: close\r\n"
                    + "((?!Expect|Upgrade|Transfer-Encoding)[A-Za-z-]+: [ -~]+\r\n)*\r\n.*",
            Pattern.DOTALL);
    private static final int LONGEST = 60_000;
    private static final int SHOWN = 150;

    /** Requests one behind the other on one connection, which the last one closes. */
    static Asked inOneGo(String... requests) {
        List<String> methods = Arrays.stream(requests)
                .map(request -> request.substring(0, Math.max(0, request.indexOf(' '))))
                .toList();
        return new Asked(name(requests), List.of(String.join("", requests)), methods, null, false);
    }

    /** The same with a wait for an answer between any two of these. */
    static Asked inTurns(List<String> methods, String... turns) {
        return new Asked("in turns: " + name(turns), List.of(turns), methods, null, false);
    }

    Asked withValidatorsOf(String path) {
        return new Asked(name, turns, methods, path, compressing);
    }

    Asked toCompressor() {
        return new Asked("compressing: " + name, turns, methods, validated, true);
    }

    /** A request with a head of these lines, and {@code Host} and {@code Connection: close}. */
    static String request(String line, String... headers) {
        List<String> all = new ArrayList<>(List.of(line + " HTTP/1.1", "Host: probe.test", "Connection: close"));
        all.addAll(List.of(headers));
        return String.join("\r\n", all) + "\r\n\r\n";
    }

    /** What is said to a server that gives these validators; without those that it does not give. */
    Conversation conversation(UnaryOperator<String> validators) {
        if (validated == null) {
            return new Conversation(turns); // bodies of 100 KB, of which the expression would try every end
        }
        return new Conversation(turns.stream()
                .map(turn -> VALIDATED.matcher(turn).replaceAll(found -> {
                    String validator = validators.apply(found.group(2));
                    return validator.isEmpty() ? "" : Matcher.quoteReplacement(found.group(1) + validator + "\r\n");
                }))
                .toList());
    }

    /** Whether it is but one good request, which could be asked by any version of HTTP. */
    boolean isSimple() {
        String text = turns.get(0);
        // Of a body of another length than was told the client of HTTP/2 waits for the rest.
        return turns.size() == 1
                && methods.size() == 1
                && validated == null
                && !text.contains("length-too-")
                // To which Tomcat never tells the end in HTTP/2, with and without the agent.
                && !text.startsWith("HEAD /probe/way/trailers")
                // Of a longer body HTTP/2 lets the rest go only when somebody has read the beginning.
                && text.length() < LONGEST
                && SIMPLE.matcher(text).matches();
    }

    /** The headers that are a simple request's own. */
    List<Answer.Header> headers() {
        return head().lines()
                .skip(3)
                .map(line -> line.split(": ", 2))
                .filter(line -> !line[0].equals("Content-Length"))
                .map(line -> new Answer.Header(line[0], line[1]))
                .toList();
    }

    String path() {
        return head().split(" ")[1];
    }

    String body() {
        return turns.get(0).substring(head().length() + 4);
    }

    private String head() {
        return turns.get(0).substring(0, turns.get(0).indexOf("\r\n\r\n"));
    }

    private static String name(String... requests) {
        String text = String.join(" + ", requests)
                .replace(" HTTP/1.1\r\nHost: probe.test\r\nConnection: close", "")
                .replace("\r\n\r\n", "")
                .replace("\r\n", ", ")
                .replaceAll("[^ -~]", "?");
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "... (" + text.length() + ")" : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
