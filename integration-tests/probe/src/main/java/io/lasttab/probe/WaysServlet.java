package io.lasttab.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

/**
 * Takes every method at {@code /way/<name>} and does with request, response and container what that name says: what an
 * application may do besides writing a document in peace.
 */
@WebServlet(urlPatterns = "/way/*", asyncSupported = true)
@MultipartConfig
public class WaysServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String JSON = "application/json";
    private static final int BROKEN_LENGTH = 20;
    /**
     * Long for a machine under load: Jetty's AsyncContextEvent forgets a timeout that is over before the thread that has
     * scheduled it comes to note it, and the request then waits for ever.
     */
    private static final int TIMEOUT_MS = 500;

    /** Nothing in it is state of the servlet: it only says what to do. */
    private final transient Map<String, CorpusPage> ways = new HashMap<>();

    @Override
    public void init() {
        bodies();
        requests();
        heads();
        mistakes();
        asynchronous();
    }

    /** Also what the base class would refuse or answer itself. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        CorpusPage way = ways.get(request.getPathInfo().substring(1));
        if (way == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            way.answer(request, response);
        }
    }

    private void bodies() {
        ways.put("document", (request, response) -> write(response, HTML, Documents.UMLAUTS));
        ways.put("json", (request, response) -> write(response, JSON, "{\"html\":\"<html><head></head></html>\"}"));
        ways.put("empty-html", (request, response) -> response.setContentType(HTML));
        ways.put("empty-html-length", (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(0);
        });
        ways.put("empty-html-flushed", (request, response) -> {
            response.setContentType(HTML);
            response.flushBuffer();
        });
        ways.put("nothing", (request, response) -> {});
        // /way/size?n=<bytes>&type=<type>, with a length, or with none, or through the writer
        ways.put("size", (request, response) -> stream(response, request.getParameter("type"), body(request)));
        ways.put("size-writer", (request, response) -> {
            String text = new String(body(request), ISO_8859_1);
            write(response, request.getParameter("type"), text);
        });
        ways.put("size-length", (request, response) -> {
            byte[] body = body(request);
            response.setContentLength(body.length);
            stream(response, request.getParameter("type"), body);
        });
        ways.put("big-buffer", (request, response) -> {
            response.setBufferSize(300 * 1024);
            write(response, request.getParameter("type"), Documents.BIG);
        });
        ways.put("small-buffer", (request, response) -> {
            response.setBufferSize(1);
            write(response, request.getParameter("type"), Documents.UMLAUTS);
        });
        ways.put("print", (request, response) -> {
            response.setContentType(request.getParameter("type"));
            for (String line : Documents.ASCII.split("\n")) {
                response.getOutputStream().println(line);
            }
        });
        ways.put("offset", (request, response) -> {
            response.setContentType(request.getParameter("type"));
            byte[] body = body("<head>" + Documents.ASCII + "<head>");
            response.getOutputStream().write(body, 6, 20);
            response.getOutputStream().write(body, 26, body.length - 32);
        });
        ways.put("byte-buffer", (request, response) -> {
            response.setContentType(request.getParameter("type"));
            ServletOutputStream out = response.getOutputStream();
            ByteBuffer body = ByteBuffer.wrap(body(Documents.UMLAUTS)).asReadOnlyBuffer();
            if (!call(ServletOutputStream.class, out, "write", ByteBuffer.class, body)) {
                out.print("not before Servlet 6.1");
            }
        });
        ways.put("encoding-identity", (request, response) -> {
            response.setHeader("Content-Encoding", "identity");
            write(response, HTML, Documents.UMLAUTS);
        });
        ways.put("closes", (request, response) -> {
            response.setHeader("Connection", "close");
            write(response, request.getParameter("type"), Documents.UMLAUTS);
        });
        ways.put("events", (request, response) -> events(response));
        ways.put("trailers", (request, response) -> {
            Map<String, String> trailers = Collections.singletonMap("X-Checksum", "42");
            Supplier<Map<String, String>> supplier = () -> trailers;
            if (!call(HttpServletResponse.class, response, "setTrailerFields", Supplier.class, supplier)) {
                response.setHeader("X-Trailers", "not before Servlet 4");
            }
            response.setHeader("Trailer", "X-Checksum");
            String type = request.getParameter("type");
            write(response, type, Documents.UMLAUTS);
            response.flushBuffer();
        });
    }

    private void requests() {
        ways.put("echo", (request, response) -> {
            StringBuilder text = new StringBuilder();
            text.append(request.getMethod()).append(' ').append(request.getRequestURI());
            text.append(' ').append(request.getQueryString()).append(' ').append(request.getProtocol());
            text.append('\n').append(request.getContentType()).append(' ').append(request.getContentLengthLong());
            for (String name : new TreeMap<>(headers(request)).keySet()) {
                text.append('\n').append(name).append(": ").append(Collections.list(request.getHeaders(name)));
            }
            try {
                text.append("\nbody ").append(checksum(request)).append('\n').append(trailers(request));
            } catch (IOException | RuntimeException broken) {
                text.append("\nthat broke off"); // the container's own page would show where, which is never the same
            }
            write(response, TEXT, text.toString());
        });
        ways.put("parameters", (request, response) -> {
            StringBuilder text = new StringBuilder();
            try {
                new TreeMap<>(request.getParameterMap())
                        .forEach((name, values) -> text.append(name + "=" + Arrays.toString(values) + "\n"));
            } catch (RuntimeException broken) {
                response.setStatus(400);
                text.append("refused"); // Jetty's own page would show where, which depends on how much had come
            }
            write(response, TEXT, text.toString());
        });
        ways.put("parts", (request, response) -> {
            StringBuilder text = new StringBuilder();
            try {
                for (Part part : request.getParts()) {
                    text.append(part.getName() + " " + part.getSubmittedFileName() + " " + part.getSize() + "\n");
                }
            } catch (IOException | ServletException | RuntimeException e) {
                text.append("refused");
            }
            write(response, HTML, Documents.HEAD + "<body><pre>" + text + "</pre>" + Documents.TAIL);
        });
        ways.put("unread", (request, response) -> write(response, HTML, Documents.UMLAUTS));
        ways.put("read-listener", (request, response) -> {
            AsyncContext async = request.startAsync();
            request.getInputStream().setReadListener(new Counting(request.getInputStream(), async));
        });
        ways.put("read-then-page", (request, response) -> {
            String checksum = checksum(request);
            write(response, HTML, Documents.HEAD + "<body>" + checksum + Documents.TAIL);
        });
        ways.put("session", (request, response) -> {
            request.getSession();
            write(response, HTML, Documents.ASCII);
        });
    }

    private void heads() {
        ways.put("headers", (request, response) -> {
            response.setHeader("X-One", "1");
            response.addHeader("X-Two", "a");
            response.addHeader("X-Two", "b");
            response.addHeader("x-lower", "<head>");
            response.addHeader("Link", "</style.css>; rel=preload");
            response.addHeader("Vary", "Accept-Language");
            response.setHeader("Cache-Control", "private, max-age=60");
            response.addDateHeader("Expires", 1_600_000_000_000L);
            response.setHeader("Content-Language", "cs");
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==");
            write(response, request.getParameter("type"), Documents.UMLAUTS);
        });
        ways.put("attachment", (request, response) -> {
            response.setHeader("Content-Disposition", "attachment; filename=\"page.html\"");
            write(response, HTML, Documents.UMLAUTS);
        });
        ways.put("no-sniff-text", (request, response) -> {
            response.setHeader("X-Content-Type-Options", "nosniff");
            write(response, TEXT, Documents.UMLAUTS);
        });
        ways.put("status", (request, response) -> {
            response.setStatus(Integer.parseInt(request.getParameter("n")));
            write(response, HTML, Documents.UMLAUTS);
        });
        ways.put("error", (request, response) -> response.sendError(Integer.parseInt(request.getParameter("n"))));
        ways.put(
                "error-message",
                (request, response) -> response.sendError(400, "<html><head></head>" + request.getParameter("text")));
        ways.put("redirect", (request, response) -> response.sendRedirect(request.getParameter("to")));
        ways.put("redirect-after-part", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            response.sendRedirect("document");
        });
        ways.put("type-late", (request, response) -> {
            PrintWriter out = response.getWriter();
            response.setContentType("text/html");
            out.write(Documents.ASCII);
        });
        ways.put("type-changed", (request, response) -> {
            write(response, HTML, Documents.ASCII);
            response.setContentType(JSON);
        });
        ways.put("type-odd", (request, response) -> stream(response, "text/HTML ; foo=bar", body("<html><head>")));
    }

    private void mistakes() {
        ways.put("throw", (request, response) -> {
            throw new OnPurpose();
        });
        ways.put("throw-after-part", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            throw new OnPurpose();
        });
        ways.put("throw-after-flush", (request, response) -> {
            write(response, request.getParameter("type"), Documents.HEAD);
            response.flushBuffer();
            throw new OnPurpose();
        });
        ways.put("writer-then-stream", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            try {
                response.getOutputStream();
            } catch (IllegalStateException expected) {
                response.getWriter().write("<body>one of them only" + Documents.TAIL);
            }
        });
        ways.put("stream-then-writer", (request, response) -> {
            stream(response, HTML, body(Documents.HEAD));
            try {
                response.getWriter();
            } catch (IllegalStateException expected) {
                response.getOutputStream().write(body("<body>one of them only" + Documents.TAIL));
            }
        });
        ways.put("reset-after-flush", (request, response) -> {
            write(response, request.getParameter("type"), Documents.HEAD);
            response.flushBuffer();
            try {
                response.reset();
            } catch (IllegalStateException expected) {
                response.getWriter().write("<body>too late" + Documents.TAIL);
            }
        });
        ways.put("error-after-flush", (request, response) -> {
            write(response, request.getParameter("type"), Documents.HEAD);
            response.flushBuffer();
            try {
                response.sendError(500);
            } catch (IllegalStateException expected) {
                response.getWriter().write("<body>too late" + Documents.TAIL);
            }
        });
        ways.put("write-after-close", (request, response) -> {
            write(response, request.getParameter("type"), Documents.ASCII);
            response.getWriter().close();
            response.getWriter().write("<head>nobody reads this");
            response.getWriter().flush();
        });
        ways.put("header-after-flush", (request, response) -> {
            write(response, request.getParameter("type"), Documents.ASCII);
            response.flushBuffer();
            response.setHeader("X-Late", "1");
            response.setContentLength(5);
            response.setStatus(500);
        });
        ways.put("length-too-long", (request, response) -> {
            byte[] body = body(Documents.ASCII);
            response.setContentLength(body.length + BROKEN_LENGTH);
            stream(response, request.getParameter("type"), body);
        });
        ways.put("length-too-short", (request, response) -> {
            byte[] body = body(Documents.ASCII);
            response.setContentLength(body.length - BROKEN_LENGTH);
            OutputStream out = response.getOutputStream();
            response.setContentType(request.getParameter("type"));
            try {
                for (byte one : body) {
                    out.write(one);
                }
            } catch (IOException refused) {
                // by some containers
            }
        });
        ways.put("forward-after-part", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            request.getRequestDispatcher("/way/json").forward(request, response);
        });
        ways.put("forward-after-flush", (request, response) -> {
            write(response, HTML, Documents.HEAD);
            response.flushBuffer();
            try {
                request.getRequestDispatcher("/way/json").forward(request, response);
            } catch (IllegalStateException expected) {
                response.getWriter().write("<body>too late" + Documents.TAIL);
            }
        });
    }

    private void asynchronous() {
        ways.put("async-events", (request, response) -> AsyncPages.later(request.startAsync(), () -> events(response)));
        ways.put(
                "async-json",
                (request, response) -> AsyncPages.later(request.startAsync(), () -> {
                    write(response, JSON, "{\"html\":\"<html><head>\"}");
                }));
        ways.put(
                "async-flushes",
                (request, response) -> AsyncPages.later(request.startAsync(), () -> {
                    write(response, request.getParameter("type"), Documents.HEAD);
                    response.flushBuffer();
                    response.getWriter().write("<body>" + Documents.TAIL);
                }));
        ways.put("async-error", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                response.sendError(418);
            } else {
                AsyncPages.dispatch(request.startAsync());
            }
        });
        ways.put("async-throw", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                throw new OnPurpose();
            }
            AsyncPages.dispatch(request.startAsync());
        });
        ways.put("async-forward", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.start(() -> async.dispatch("/small.html"));
        });
        ways.put("async-complete-at-once", (request, response) -> {
            write(response, HTML, Documents.UMLAUTS);
            request.startAsync().complete();
        });
        ways.put("async-empty", (request, response) -> request.startAsync().complete());
        ways.put("timeout", (request, response) -> request.startAsync().setTimeout(TIMEOUT_MS));
        ways.put("timeout-page", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.setTimeout(TIMEOUT_MS);
            async.addListener(new OnTimeout(() -> write(response, HTML, Documents.UMLAUTS)));
        });
        ways.put("timeout-json", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.setTimeout(TIMEOUT_MS);
            async.addListener(new OnTimeout(() -> write(response, JSON, "{\"late\":\"<html><head>\"}")));
        });
        ways.put("nonblocking", (request, response) -> {
            byte[] body = body(request);
            response.setContentType(request.getParameter("type"));
            AsyncPages.nonBlocking(request.startAsync(), response.getOutputStream(), body);
        });
    }

    /** As many bytes as asked for, which begin like a document, whatever their type. */
    private static byte[] body(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("n"));
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        byte[] head = body(Documents.HEAD);
        System.arraycopy(head, 0, body, 0, Math.min(size, head.length));
        return body;
    }

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), "");
        }
        return headers;
    }

    private static String checksum(HttpServletRequest request) throws IOException {
        ServletInputStream in = request.getInputStream();
        CRC32 checksum = new CRC32();
        byte[] part = new byte[1000];
        long size = 0;
        for (int read = in.read(part); read > 0; read = in.read(part)) {
            checksum.update(part, 0, read);
            size += read;
        }
        return size + " " + Long.toHexString(checksum.getValue());
    }

    private static Object trailers(HttpServletRequest request) {
        try {
            return new TreeMap<>((Map<?, ?>)
                    HttpServletRequest.class.getMethod("getTrailerFields").invoke(request));
        } catch (ReflectiveOperationException | RuntimeException | AbstractMethodError unknown) {
            return "no trailers before Servlet 4";
        }
    }

    /** What only newer versions of the servlet API have; false if this one has it not. */
    private static <T> boolean call(Class<T> api, T target, String name, Class<?> type, Object argument) {
        try {
            Method method = api.getMethod(name, type);
            method.invoke(target, argument);
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    private static void events(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        PrintWriter out = response.getWriter();
        for (int i = 0; i < 3; i++) {
            out.write("data: <html><head></head> " + i + "\n\n");
            out.flush();
        }
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getWriter().write(text);
    }

    private static void stream(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body);
    }

    /** Tells in a page how much was sent, once all has come. */
    private static final class Counting implements ReadListener {
        private final ServletInputStream in;
        private final AsyncContext async;
        private final byte[] part = new byte[1000];
        private long size;

        Counting(ServletInputStream in, AsyncContext async) {
            this.in = in;
            this.async = async;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (in.isReady()) {
                int read = in.read(part);
                if (read < 0) {
                    return;
                }
                size += read;
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            HttpServletResponse response = (HttpServletResponse) async.getResponse();
            write(response, HTML, Documents.HEAD + "<body>" + size + Documents.TAIL);
            async.complete();
        }

        @Override
        public void onError(Throwable problem) {
            async.complete();
        }
    }
}
