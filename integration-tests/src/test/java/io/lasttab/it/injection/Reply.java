package io.lasttab.it.injection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One response on a connection, by the letter and the byte; texts have one character for each byte.
 *
 * @param start the status line
 * @param headers the other lines of the head, in their order
 * @param framed the body as it came, chunk by chunk
 * @param body what the chunks held, or the same
 * @param whole whether nothing of it is missing
 */
record Reply(String start, List<String> headers, String framed, String body, boolean whole) {
    static final String NO_HEAD = "no head";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"]+)\"?");
    private static final String HEAD_END = "\r\n\r\n";
    private static final String LAST_CHUNK = "\r\n0\r\n";

    /**
     * Takes apart all that a server has said on a connection.
     *
     * @param methods those of the requests, one for each response but the interim ones; GET where there are no more
     */
    static List<Reply> all(String said, List<String> methods) {
        List<Reply> replies = new ArrayList<>();
        int finals = 0;
        int at = 0;
        while (at < said.length()) {
            int end = said.indexOf(HEAD_END, at);
            if (end < 0 || !said.startsWith("HTTP/", at)) {
                replies.add(new Reply(NO_HEAD, List.of(), said.substring(at), said.substring(at), false));
                break;
            }
            List<String> lines = List.of(said.substring(at, end).split("\r\n", -1));
            String rest = said.substring(end + HEAD_END.length());
            Reply reply = new Reply(lines.get(0), lines.subList(1, lines.size()), "", "", true);
            if (!reply.isInterim()) {
                reply = reply.readBody(finals < methods.size() ? methods.get(finals) : "GET", rest);
                finals++;
            }
            replies.add(reply);
            at = end + HEAD_END.length() + reply.framed.length();
        }
        return replies;
    }

    private Reply readBody(String method, String rest) {
        if (method.equals("HEAD") || status() == 204 || status() == 304) {
            return this;
        }
        if (status() == 101) {
            return with(rest, rest, true);
        }
        if (header("transfer-encoding").equals("chunked")) {
            return unchunked(rest);
        }
        String length = header("content-length");
        int size = length.isEmpty() ? rest.length() : Integer.parseInt(length);
        String body = rest.substring(0, Math.min(size, rest.length()));
        return with(body, body, rest.length() >= size);
    }

    private Reply unchunked(String rest) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = rest.indexOf("\r\n", at);
            if (lineEnd < 0) {
                return with(rest, whole.toString(), false);
            }
            int size = Integer.parseInt(rest.substring(at, lineEnd), 16);
            at = lineEnd + 2;
            if (size == 0) {
                boolean trailers = !rest.startsWith("\r\n", at);
                int end = trailers ? rest.indexOf(HEAD_END, at) + HEAD_END.length() : at + 2;
                return with(rest.substring(0, end), whole.toString(), true);
            }
            if (at + size + 2 > rest.length()) {
                return with(rest, whole.append(rest.substring(at)).toString(), false);
            }
            whole.append(rest, at, at + size);
            at += size + 2;
        }
    }

    private Reply with(String newFramed, String newBody, boolean newWhole) {
        return new Reply(start, headers, newFramed, newBody, newWhole);
    }

    Reply with(List<String> newHeaders) {
        return new Reply(start, newHeaders, framed, body, whole);
    }

    /** Without what differs between any two servers, or any two answers of one. */
    Reply comparable(int port, boolean datesFilesByUnpacking) {
        Matcher boundary = BOUNDARY.matcher(header("content-type"));
        boolean parts = boundary.find();
        UnaryOperator<String> blanked = text -> {
            String portless = text.replace(":" + port, ":PPPPP"); // as long, for the chunks
            return parts ? portless.replace(boundary.group(1), "BOUNDARY") : portless;
        };
        List<String> comparable = headers.stream()
                .map(line -> switch (nameOf(line)) {
                    case "date" -> "Date: *";
                    case "last-modified" -> datesFilesByUnpacking ? "Last-Modified: *" : line;
                    case "content-length" -> parts ? "Content-Length: *" : line;
                    case "set-cookie" -> line.replaceAll("JSESSIONID=[^;]*", "JSESSIONID=*");
                    default -> blanked.apply(line);
                })
                .toList();
        return new Reply(start, comparable, blanked.apply(framed), blanked.apply(body), whole);
    }

    boolean isZipped() {
        return header("content-encoding").equals("gzip") && !body.isEmpty() && whole;
    }

    /** The same with its body unpacked, where the container or the application has packed it. */
    Reply unzipped() {
        if (!isZipped()) {
            return this;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes(ISO_8859_1)))) {
            return with(framed, new String(in.readAllBytes(), ISO_8859_1), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes after the last chunk; empty if there are none. */
    String trailers() {
        int last = framed.lastIndexOf(LAST_CHUNK);
        return header("transfer-encoding").equals("chunked") && last >= 0
                ? framed.substring(last + LAST_CHUNK.length()).trim()
                : "";
    }

    int status() {
        String[] words = start.split(" ");
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    private boolean isInterim() {
        return status() >= 100 && status() < 200 && status() != 101;
    }

    /** The first of that name, in lower case; empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(line -> nameOf(line).equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("");
    }

    static String nameOf(String line) {
        int colon = line.indexOf(':');
        return (colon < 0 ? line : line.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
