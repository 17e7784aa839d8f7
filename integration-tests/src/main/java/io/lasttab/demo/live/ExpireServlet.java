package io.lasttab.demo.live;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Ends one session because the person at the live view said so. */
final class ExpireServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Agent agent;

    ExpireServlet(Agent agent) {
        this.agent = agent;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!comesFromOurPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        long number;
        try {
            number = Long.parseLong(request.getParameter("number"));
        } catch (NumberFormatException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean ended = agent.expire(request.getParameter("application"), number);
        response.setStatus(ended ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND);
    }

    /** Our own addresses spelled out, not the Host header: that one says whatever name led the browser here. */
    private static boolean comesFromOurPage(HttpServletRequest request) {
        int port = request.getLocalPort();
        String origin = request.getHeader("Origin");
        return origin != null
                && Set.of("http://127.0.0.1:" + port, "http://localhost:" + port)
                        .contains(origin);
    }
}
