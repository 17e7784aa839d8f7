package io.lasttab.probe;

import java.io.IOException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What a program without a browser talks to: JSON, with a session. */
@WebServlet("/api")
public class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String session = request.getSession().getId();
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print("{\"session\":\"" + session + "\"}");
    }
}
