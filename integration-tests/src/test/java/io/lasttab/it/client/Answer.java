package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A response, taken apart by the letter of the protocol. */
@SuppressWarnings("ArrayRecordComponent") // a body is bytes, and nobody compares answers as a whole
public record Answer(int status, List<Header> headers, byte[] body) {
    /** One line of the head; names in lower case. */
    public record Header(String name, String value) {}

    static Answer parse(String method, byte[] bytes) {
        int end = indexOf(bytes, "\r\n\r\n", 0);
        if (end < 0) {
            throw new AssertionError("no complete response head: " + new String(bytes, ISO_8859_1));
        }
        String[] lines = new String(bytes, 0, end, ISO_8859_1).split("\r\n");
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(new Header(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim()));
        }
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        byte[] rest = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        Answer answer = new Answer(status, List.copyOf(headers), rest);
        return new Answer(status, answer.headers, answer.framed(method));
    }

    /** The body without its framing, which must be exact. */
    private byte[] framed(String method) {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            if (body.length > 0) {
                throw new AssertionError("a body where none may be: " + text());
            }
            return body;
        }
        if (header("transfer-encoding").filter("chunked"::equals).isPresent()) {
            if (header("content-length").isPresent()) {
                throw new AssertionError("chunked and with a length: " + headers);
            }
            return unchunked();
        }
        header("content-length").ifPresent(length -> {
            if (Long.parseLong(length) != body.length) {
                throw new AssertionError("Content-Length " + length + ", but " + body.length + " bytes came");
            }
        });
        return body;
    }

    private byte[] unchunked() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = indexOf(body, "\r\n", at);
            if (lineEnd < 0) {
                throw new AssertionError("the last chunk is missing after " + whole.size() + " bytes");
            }
            int size = Integer.parseInt(new String(body, at, lineEnd - at, ISO_8859_1), 16);
            at = lineEnd + 2;
            if (at + size + 2 > body.length) {
                throw new AssertionError("a chunk was cut after " + whole.size() + " bytes");
            }
            whole.write(body, at, size);
            at += size + 2;
            if (size == 0) {
                if (at != body.length) {
                    throw new AssertionError("bytes after the last chunk");
                }
                return whole.toByteArray();
            }
        }
    }

    /** The only header of that name. */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        if (values.size() > 1) {
            throw new AssertionError("more than one " + name + ": " + values);
        }
        return values.stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
    }

    /** The same with a header of which only counts that it is there. */
    public Answer blanked(String name) {
        List<Header> blanked = headers.stream()
                .map(header -> header.name().equals(name) ? new Header(name, "") : header)
                .toList();
        return new Answer(status, blanked, body);
    }

    /** The same with its body unpacked. */
    public Answer unzipped() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new Answer(status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each byte a character: enough for every text that is looked into. */
    public String text() {
        return new String(body, ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, String sought, int from) {
        return new String(bytes, ISO_8859_1).indexOf(sought, from);
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}
