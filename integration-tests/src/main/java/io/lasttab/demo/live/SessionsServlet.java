package io.lasttab.demo.live;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of this moment as JSON; the page asks twice a second. */
final class SessionsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Agent agent;

    SessionsServlet(Agent agent) {
        this.agent = agent;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("now", System.currentTimeMillis());
        answer.put("agentSeen", agent.isSeen());
        answer.put("applications", agent.applications());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.of(answer));
    }
}
