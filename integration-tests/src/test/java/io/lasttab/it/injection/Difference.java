package io.lasttab.it.injection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between the answers of a server without the agent and one with it, other than the tag in a document and what
 * has to follow from it: the length, and the marked validator.
 */
final class Difference {
    private static final Pattern TAG = Pattern.compile(
            "<script src=\"/[^\"]*__lasttab/[0-9A-Za-z_-]+\\.js\"( nonce=\"[^\"]*\")? async=\"\"></script>");
    private static final Pattern MARK = Pattern.compile("-lt[0-9a-f]{16}(?=(--gzip)?\"$)");
    private static final List<Charset> CHARSETS =
            List.of(ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
    /** A longer body may need another framing, and HTTP/1.0 then the end of the connection for it. */
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive");

    private static final int SHOWN = 100;

    private Difference() {}

    /** How many documents have got the tag. */
    static long tags(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> tagged(reply.unzipped()) != null)
                .count();
    }

    /** The first that there is; null if there is none. */
    static String first(List<Reply> plain, List<Reply> ours) {
        for (int i = 0; i < Math.min(plain.size(), ours.size()); i++) {
            String found = first(plain.get(i), ours.get(i));
            if (found != null) {
                return "response " + (i + 1) + ": " + found;
            }
        }
        return plain.size() == ours.size() ? null : plain.size() + " responses without, " + ours.size() + " with";
    }

    private static String first(Reply plain, Reply ours) {
        String withoutTag = isHtml(ours) ? tagged(ours.unzipped()) : null;
        if (withoutTag == null) {
            return same(plain, marked(plain, ours));
        }
        return firstOf(
                differ("status line", plain.start(), ours.start()),
                differ(
                        "headers",
                        unframed(plain, plain).toString(),
                        unframed(marked(plain, ours), plain).toString()),
                differ("body", plain.unzipped().body(), withoutTag),
                differ("whole", plain.whole(), ours.whole()),
                lengthen(plain, ours),
                differ("trailers", plain.trailers(), ours.trailers()));
    }

    private static String same(Reply plain, Reply ours) {
        return firstOf(
                differ("status line", plain.start(), ours.start()),
                differ("headers", plain.headers().toString(), ours.headers().toString()),
                differ("body", plain.body(), ours.body()),
                differ("framing", plain.framed(), ours.framed()),
                differ("whole", plain.whole(), ours.whole()));
    }

    /** A length must be right, if both tell one. */
    private static String lengthen(Reply plain, Reply ours) {
        String before = plain.header("content-length");
        String after = ours.header("content-length");
        return before.isEmpty() || after.isEmpty() || ours.isZipped()
                ? null
                : differ(
                        "growth",
                        Integer.parseInt(before)
                                + ours.body().length()
                                - plain.body().length(),
                        Integer.parseInt(after));
    }

    /** The body without its only tag; null if there is none, or more. */
    private static String tagged(Reply reply) {
        for (Charset charset : CHARSETS) {
            String text = new String(reply.body().getBytes(ISO_8859_1), charset);
            Matcher tag = TAG.matcher(text);
            if (tag.find()) {
                String rest = text.substring(0, tag.start()) + text.substring(tag.end());
                return TAG.matcher(rest).find() ? null : new String(rest.getBytes(charset), ISO_8859_1);
            }
        }
        return null;
    }

    private static boolean isHtml(Reply reply) {
        if (reply.start().equals(Reply.NO_HEAD)) {
            return true; // HTTP/0.9
        }
        String type = reply.header("content-type").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    /** With the validators as the application gave them. */
    private static Reply marked(Reply plain, Reply ours) {
        boolean marked = MARK.matcher(ours.header("etag")).find();
        boolean made = marked && plain.header("etag").isEmpty(); // of the date
        return ours.with(ours.headers().stream()
                .filter(line -> !(made && Reply.nameOf(line).equals("etag")))
                .map(line ->
                        Reply.nameOf(line).equals("etag") ? MARK.matcher(line).replaceFirst("") : line)
                .toList());
    }

    /**
     * The headers that a longer document must not change. It has no parts; and Tomcat, which does not compress what it sends
     * right from a file, compresses it.
     */
    private static List<String> unframed(Reply reply, Reply plain) {
        return reply.headers().stream()
                .filter(line -> !FRAMING.contains(Reply.nameOf(line)))
                .filter(line -> !(plain.header("vary").isEmpty() && line.equalsIgnoreCase("Vary: accept-encoding")))
                .filter(line -> !(plain.header("content-encoding").isEmpty() && line.equals("Content-Encoding: gzip")))
                .map(line ->
                        plain.status() < 300 && Reply.nameOf(line).equals("accept-ranges") ? "Accept-Ranges: *" : line)
                .toList();
    }

    private static String firstOf(String... differences) {
        for (String difference : differences) {
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static String differ(String what, Object plain, Object ours) {
        return Objects.equals(plain, ours) ? null : differ(what, plain.toString(), ours.toString());
    }

    private static String differ(String what, String plain, String ours) {
        if (plain.equals(ours)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(plain.length(), ours.length()) && plain.charAt(at) == ours.charAt(at)) {
            at++;
        }
        return what + " at " + at + ":\n  without: " + around(plain, at) + "\n  with:    " + around(ours, at);
    }

    private static String around(String text, int at) {
        int from = Math.min(Math.max(0, at - SHOWN / 2), text.length());
        return text.substring(from, Math.min(text.length(), at + SHOWN));
    }
}
