package io.lasttab.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The most trivial thing that can be done with a beacon: reads it and says 204. */
final class NoAnswer extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Not readAllBytes, which allocates many times as much as there is to read.
        byte[] words = new byte[request.getContentLength()];
        request.getInputStream().readNBytes(words, 0, words.length);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
