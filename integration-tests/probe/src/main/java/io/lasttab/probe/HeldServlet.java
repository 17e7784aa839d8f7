package io.lasttab.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Writes as many bytes as it has announced, and then does not return until it is let go: {@code ?key=}, {@code ?free=}. */
@WebServlet("/held")
public class HeldServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String free = request.getParameter("free");
        if (free != null) {
            held(free).countDown();
            return;
        }
        byte[] body = (request.getParameter("big") == null ? Documents.UMLAUTS : Documents.BIG).getBytes(UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        try {
            held(request.getParameter("key")).await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CountDownLatch held(String key) {
        return HELD.computeIfAbsent(key, any -> new CountDownLatch(1));
    }
}
