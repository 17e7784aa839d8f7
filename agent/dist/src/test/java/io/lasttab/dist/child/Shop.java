package io.lasttab.dist.child;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A small application that knows nothing of Lasttab. */
final class Shop extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final String PAGE =
            "<!doctype html>\n<html><head><title>Shop</title></head><body>" + "text ".repeat(500) + "</body></html>";

    private final transient AtomicInteger ended = new AtomicInteger();
    private final transient Semaphore release = new Semaphore(0);

    /** Counts the sessions that have ended. */
    HttpSessionListener listener() {
        return new HttpSessionListener() {
            /** Without a default in Servlet 3.1, which Jetty 9.4 has. */
            @Override
            public void sessionCreated(HttpSessionEvent event) {}

            @Override
            public void sessionDestroyed(HttpSessionEvent event) {
                ended.incrementAndGet();
            }
        };
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo()) {
            case "/page" -> {
                count(request.getSession());
                html(response).getWriter().print(PAGE);
            }

            case "/length" -> {
                html(response).setContentLength(PAGE.length());
                response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
            }

            case "/chunks" -> {
                html(response);
                for (int at = 0; at < PAGE.length(); at += 100) {
                    response.getWriter().print(PAGE.substring(at, Math.min(PAGE.length(), at + 100)));
                    response.flushBuffer();
                }
            }

            case "/json" -> {
                response.setContentType("application/json");
                response.getWriter().print("{\"visits\":" + count(request.getSession()) + "}");
            }

            case "/login" -> {
                request.getSession();
                request.changeSessionId();
                response.getWriter().print("in");
            }

            case "/logout" -> {
                request.getSession().invalidate();
                response.sendRedirect("page");
            }

            case "/async" -> {
                AsyncContext async = request.startAsync();
                async.start(() -> answer(async));
            }

            case "/missing" -> {
                response.sendError(404);
            }

            case "/error" -> {
                html(response).getWriter().print("<!doctype html><html><head></head><body>not here</body></html>");
            }

            case "/fault" -> {
                throw new Fault();
            }

            case "/slow" -> {
                request.getSession();
                release.acquireUninterruptibly();
                html(response).getWriter().print(PAGE);
            }

            case "/release" -> {
                release.release();
            }

            case "/waiting" -> {
                response.getWriter().print(release.getQueueLength());
            }

            case "/short" -> {
                request.getSession().setMaxInactiveInterval(1);
            }

            case "/ended" -> {
                response.getWriter().print(ended.get());
            }

            default -> response.setStatus(204);
        }
    }

    private static HttpServletResponse html(HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
        return response;
    }

    private static int count(HttpSession session) {
        Integer before = (Integer) session.getAttribute("visits");
        int visits = before == null ? 1 : before + 1;
        session.setAttribute("visits", visits);
        return visits;
    }

    private static void answer(AsyncContext async) {
        try {
            html((HttpServletResponse) async.getResponse()).getWriter().print(PAGE);
        } catch (IOException clientGone) {
            throw new IllegalStateException(clientGone);
        } finally {
            async.complete();
        }
    }

    /** Without a stack trace, which servers show, and which differs from one thread of a pool to the next. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault() {
            super("the application's own", null, false, false);
        }
    }
}
