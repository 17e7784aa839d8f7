package io.lasttab.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A download or long poll that goes on for as long as asked: {@code ?ms=}. */
@WebServlet("/stream")
public class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long end = System.nanoTime() + Long.parseLong(request.getParameter("ms")) * 1_000_000;
        response.setContentType("text/event-stream");
        OutputStream out = response.getOutputStream();
        while (System.nanoTime() < end) {
            out.write("data: tick\n\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
