package io.lasttab.probe;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers {@code /inject/<name>} in the way of that name: every way an application has of producing a document. */
@WebServlet(urlPatterns = "/inject/*", asyncSupported = true)
public class CorpusServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String HTML = "text/html;charset=UTF-8";

    /** Nothing in it is state of the servlet: it only says what to do. */
    private final transient Map<String, CorpusPage> pages = new HashMap<>();

    @Override
    public void init() {
        writersAndStreams();
        lengths();
        flushes();
        dispatches();
        asynchronous();
        charsets();
        validators();
        placesInTheDocument();
        notDocuments();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        CorpusPage page = pages.get(request.getPathInfo().substring(1));
        if (page == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        page.answer(request, response);
    }

    private void writersAndStreams() {
        pages.put("writer", (request, response) -> write(response, HTML, Documents.UMLAUTS));
        pages.put("stream", (request, response) -> stream(response, HTML, Documents.UMLAUTS.getBytes(UTF_8)));
        pages.put("big-writer", (request, response) -> write(response, HTML, Documents.BIG));
        pages.put("big-stream", (request, response) -> stream(response, HTML, Documents.BIG.getBytes(UTF_8)));
        pages.put("bytewise", (request, response) -> {
            response.setContentType(HTML);
            OutputStream out = response.getOutputStream();
            for (byte one : Documents.UMLAUTS.getBytes(UTF_8)) {
                out.write(one);
            }
        });
        pages.put("charwise", (request, response) -> {
            response.setContentType(HTML);
            Writer out = response.getWriter();
            for (char one : Documents.UMLAUTS.toCharArray()) {
                out.write(one);
            }
        });
        pages.put("closed", (request, response) -> {
            write(response, HTML, Documents.ASCII);
            response.getWriter().close();
        });
    }

    private void lengths() {
        byte[] body = Documents.UMLAUTS.getBytes(UTF_8);
        byte[] big = Documents.BIG.getBytes(UTF_8);
        String length = Integer.toString(body.length);
        pages.put("length-int", (request, response) -> {
            response.setContentLength(body.length);
            stream(response, HTML, body);
        });
        pages.put("length-long", (request, response) -> {
            response.setContentLengthLong(body.length);
            stream(response, HTML, body);
        });
        pages.put("length-header", (request, response) -> {
            response.setHeader("Content-Length", length);
            stream(response, HTML, body);
        });
        pages.put("length-add-header", (request, response) -> {
            response.addHeader("Content-Length", length);
            stream(response, HTML, body);
        });
        pages.put("length-int-header", (request, response) -> {
            response.setIntHeader("Content-Length", body.length);
            stream(response, HTML, body);
        });
        pages.put("length-add-int-header", (request, response) -> {
            response.addIntHeader("Content-Length", body.length);
            stream(response, HTML, body);
        });
        pages.put("length-after-type", (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        });
        pages.put("length-header-after-type", (request, response) -> {
            response.setContentType(HTML);
            response.setHeader("content-length", length);
            response.getOutputStream().write(body);
        });
        // The last byte of the promised length ends the response: the length has to be told before it.
        pages.put("length-after-part", (request, response) -> {
            response.setContentType(HTML);
            OutputStream out = response.getOutputStream();
            out.write(body, 0, body.length / 2);
            response.setContentLength(body.length);
            out.write(body, body.length / 2, body.length - body.length / 2);
        });
        pages.put("length-after-body", (request, response) -> {
            stream(response, HTML, body);
            response.setContentLength(body.length);
        });
        pages.put("length-writer", (request, response) -> {
            response.setContentLength(body.length);
            write(response, HTML, Documents.UMLAUTS);
        });
        pages.put("length-big", (request, response) -> {
            response.setContentLength(big.length);
            stream(response, HTML, big);
        });
        pages.put("length-big-writer", (request, response) -> {
            response.setContentLengthLong(big.length);
            write(response, HTML, Documents.BIG);
        });
    }

    private void flushes() {
        byte[] body = Documents.ASCII.getBytes(UTF_8);
        int insideHead = Documents.ASCII.indexOf("<head>") + 3;
        pages.put("flush-first", (request, response) -> {
            response.setContentType(HTML);
            response.flushBuffer();
            response.getOutputStream().write(body);
        });
        pages.put("flush-first-length", (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(body.length);
            response.flushBuffer();
            response.getOutputStream().write(body);
        });
        pages.put("flush-in-head-tag", (request, response) -> {
            response.setContentType(HTML);
            OutputStream out = response.getOutputStream();
            out.write(body, 0, insideHead);
            out.flush();
            out.write(body, insideHead, body.length - insideHead);
        });
        pages.put("flush-in-head-tag-writer", (request, response) -> {
            response.setContentType(HTML);
            Writer out = response.getWriter();
            out.write(Documents.ASCII, 0, insideHead);
            out.flush();
            out.write(Documents.ASCII, insideHead, Documents.ASCII.length() - insideHead);
        });
        pages.put("flush-in-head-tag-length", (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(body.length);
            OutputStream out = response.getOutputStream();
            out.write(body, 0, insideHead);
            out.flush();
            out.write(body, insideHead, body.length - insideHead);
        });
        pages.put("flush-every-byte", (request, response) -> {
            response.setContentType(HTML);
            OutputStream out = response.getOutputStream();
            for (byte one : body) {
                out.write(one);
                out.flush();
            }
        });
        pages.put("flush-after-head", (request, response) -> {
            response.setContentType(HTML);
            Writer out = response.getWriter();
            out.write(Documents.HEAD);
            out.flush();
            out.write("<body>\n<p>later</p>\n" + Documents.TAIL);
        });
    }

    private void dispatches() {
        pages.put("forward", (request, response) -> request.getRequestDispatcher("/inject/writer")
                .forward(request, response));
        pages.put("forward-jsp", (request, response) -> request.getRequestDispatcher("/plain.jsp")
                .forward(request, response));
        pages.put("forward-static", (request, response) -> request.getRequestDispatcher("/small.html")
                .forward(request, response));
        pages.put("forward-then-flush", (request, response) -> {
            Writer out = response.getWriter();
            request.getRequestDispatcher("/inject/writer").forward(request, response);
            out.flush();
        });
        pages.put("include-fragment", (request, response) -> {
            response.setContentType(HTML);
            response.getWriter().write(Documents.HEAD + "<body>\n");
            request.getRequestDispatcher("/fragment.jsp").include(request, response);
            response.getWriter().write(Documents.TAIL);
        });
        pages.put("include-first", (request, response) -> {
            response.setContentType(HTML);
            request.getRequestDispatcher("/head-part.jsp").include(request, response);
            response.getWriter().write("<body>\n<p>rest</p>\n" + Documents.TAIL);
        });
        pages.put("error-default", (request, response) -> response.sendError(409, "conflict"));
        pages.put("error-own-page", (request, response) -> response.sendError(418));
        pages.put("error-after-part", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            response.sendError(418);
        });
        pages.put("error-then-flush", (request, response) -> {
            response.setContentType(HTML);
            Writer out = response.getWriter();
            response.sendError(418);
            out.flush();
        });
        pages.put("status-404", (request, response) -> {
            response.setStatus(404);
            write(response, HTML, Documents.ASCII);
        });
        pages.put("reset", (request, response) -> {
            write(response, HTML, "<!DOCTYPE html><html><head><title>first</title>");
            response.reset();
            stream(response, HTML, Documents.UMLAUTS.getBytes(UTF_8));
        });
        pages.put("reset-to-json", (request, response) -> {
            write(response, HTML, "<!DOCTYPE html><html><head><title>first</title>");
            response.reset();
            stream(response, "application/json", "{\"html\":\"<html><head></head>\"}".getBytes(UTF_8));
        });
        pages.put("reset-buffer", (request, response) -> {
            write(response, HTML, "<!DOCTYPE html><html><head><title>first</title>");
            response.resetBuffer();
            response.getWriter().write(Documents.UMLAUTS);
        });
        pages.put("redirect", (request, response) -> response.sendRedirect("writer"));
    }

    private void asynchronous() {
        byte[] big = Documents.BIG.getBytes(UTF_8);
        pages.put(
                "async",
                (request, response) ->
                        AsyncPages.later(request.startAsync(), () -> write(response, HTML, Documents.UMLAUTS)));
        pages.put(
                "async-wrapped",
                (request, response) -> AsyncPages.later(
                        request.startAsync(request, response), () -> write(response, HTML, Documents.UMLAUTS)));
        pages.put("async-dispatch", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                write(response, HTML, Documents.UMLAUTS);
            } else {
                AsyncPages.dispatch(request.startAsync());
            }
        });
        pages.put("nonblocking", (request, response) -> {
            response.setContentType(HTML);
            AsyncPages.nonBlocking(request.startAsync(), response.getOutputStream(), big);
        });
        pages.put("nonblocking-wrapped", (request, response) -> {
            response.setContentType(HTML);
            AsyncPages.nonBlocking(request.startAsync(request, response), response.getOutputStream(), big);
        });
        pages.put("nonblocking-length", (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(big.length);
            AsyncPages.nonBlocking(request.startAsync(), response.getOutputStream(), big);
        });
    }

    private void validators() {
        pages.put("etag", (request, response) -> validated(request, response, "\"v1\""));
        pages.put("weak-etag", (request, response) -> validated(request, response, "W/\"v1\""));
        long date = 1_600_000_000_000L;
        pages.put("dated", (request, response) -> {
            response.setDateHeader("Last-Modified", date);
            if (request.getHeader("If-None-Match") == null && request.getDateHeader("If-Modified-Since") == date) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else {
                write(response, HTML, Documents.UMLAUTS);
            }
        });
    }

    /** As most applications do it: by the letter, where a proxy has not weakened the tag. */
    private static void validated(HttpServletRequest request, HttpServletResponse response, String etag)
            throws IOException {
        response.setHeader("ETag", etag);
        String copy = request.getHeader("If-None-Match");
        if (copy != null && copy.replace("W/", "").equals(etag.replace("W/", ""))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(response, HTML, Documents.UMLAUTS);
        }
    }

    private void charsets() {
        Charset shiftJis = Charset.forName("Shift_JIS");
        pages.put(
                "utf16-writer", (request, response) -> write(response, "text/html;charset=UTF-16", Documents.UMLAUTS));
        pages.put(
                "utf16-stream",
                (request, response) ->
                        stream(response, "text/html;charset=UTF-16", Documents.UMLAUTS.getBytes(UTF_16)));
        pages.put(
                "utf16le-stream",
                (request, response) ->
                        stream(response, "text/html;charset=UTF-16LE", Documents.UMLAUTS.getBytes(UTF_16LE)));
        pages.put(
                "shift-jis-writer",
                (request, response) -> write(response, "text/html;charset=Shift_JIS", Documents.JAPANESE));
        pages.put(
                "shift-jis-stream",
                (request, response) ->
                        stream(response, "text/html;charset=Shift_JIS", Documents.JAPANESE.getBytes(shiftJis)));
        pages.put(
                "no-charset", (request, response) -> stream(response, "text/html", Documents.UMLAUTS.getBytes(UTF_8)));
        pages.put("utf8-mark", (request, response) -> write(response, HTML, "\ufeff" + Documents.UMLAUTS));
        pages.put(
                "iso-2022-jp",
                (request, response) -> write(response, "text/html;charset=ISO-2022-JP", Documents.JAPANESE));
    }

    private void placesInTheDocument() {
        document("upper-case", "<!DOCTYPE HTML>\n<HTML>\n<HEAD>\n<TITLE>Loud</TITLE>\n</HEAD>\n<BODY></BODY></HTML>");
        document(
                "head-attribute",
                "<!doctype html><html><head data-x=\"a>b\" data-y='>'><title>t</title></head></html>");
        document("comment", "<!doctype html><!-- <head> --><html><!-- <head> --><head><title>t</title></head></html>");
        document("head-in-script", "<!doctype html><html><head><script>var s='<head></head>'</script></head></html>");
        document("no-head", "<!DOCTYPE html><title>No head</title><p>but a document</p>");
        document("no-doctype", "<html><head><title>t</title></head><body></body></html>");
        document("only-head", "<head><title>t</title></head><body></body>");
        document("header-element", "<!doctype html><html><body><header>not a head</header></body></html>");
        document("space-first", "\n\n  \t<!-- made by hand -->\n<!DOCTYPE html><html><head></head></html>");
        pages.put(
                "xhtml",
                (request, response) -> stream(
                        response,
                        "application/xhtml+xml",
                        ("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
                                        + "<head><title>t</title></head><body/></html>")
                                .getBytes(UTF_8)));
    }

    private void notDocuments() {
        document("fragment", "<div>part of a page, <head> and all</div>");
        document("text-only", "just words");
        document("empty", "");
        pages.put(
                "json",
                (request, response) -> write(
                        response, "application/json", "{\"html\":\"<!DOCTYPE html><html><head></head></html>\"}"));
        pages.put("plain-text", (request, response) -> write(response, "text/plain", Documents.ASCII));
        pages.put("no-type", (request, response) -> response.getOutputStream().write(Documents.ASCII.getBytes(UTF_8)));
        pages.put("gzipped-by-app", (request, response) -> {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(zipped)) {
                out.write(Documents.UMLAUTS.getBytes(UTF_8));
            }
            response.setHeader("Content-Encoding", "gzip");
            stream(response, HTML, zipped.toByteArray());
        });
        pages.put("no-content", (request, response) -> {
            response.setContentType(HTML);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        });
        pages.put("not-modified", (request, response) -> {
            response.setContentType(HTML);
            response.setHeader("ETag", "\"v1\"");
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        });
    }

    private void document(String name, String text) {
        pages.put(name, (request, response) -> write(response, HTML, text));
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getWriter().write(text);
    }

    private static void stream(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body);
    }
}
