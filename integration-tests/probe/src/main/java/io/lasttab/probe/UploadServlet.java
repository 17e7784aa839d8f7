package io.lasttab.probe;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/** Takes an upload to a session, as slowly as asked: {@code ?ms=}. */
@WebServlet("/upload")
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int PARTS = 50;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        long pause = Long.parseLong(request.getParameter("ms")) / PARTS;
        byte[] part = new byte[request.getContentLength() / PARTS];
        EventLog.add("upload", session.getId());
        InputStream in = request.getInputStream();
        while (in.read(part) >= 0) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        EventLog.add("uploaded", session.getId());
    }
}
