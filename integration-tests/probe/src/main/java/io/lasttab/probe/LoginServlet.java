package io.lasttab.probe;

import java.io.IOException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The two ways in which applications keep others from knowing a session's id before the login. */
@WebServlet(urlPatterns = {"/login", "/relogin"})
public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession();
        if (request.getServletPath().equals("/login")) {
            request.changeSessionId();
        } else {
            request.getSession().invalidate();
            request.getSession();
        }
        response.sendRedirect(request.getContextPath() + "/next.jsp");
    }
}
