package io.lasttab.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks for the session and writes what was ready long before: an application that does as little as any ever will. */
final class ReadyAnswer extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final String type;
    private final String body;

    ReadyAnswer(String type, String body) {
        this.type = type;
        this.body = body;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession();
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }
}
