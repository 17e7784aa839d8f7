package clock;

import com.vaadin.flow.server.VaadinServlet;
import events.EventLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Vaadin with a heartbeat every two seconds, so that one is always recent. */
@WebServlet(
        urlPatterns = "/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "heartbeatInterval", value = "2"))
public class ClockServlet extends VaadinServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("heartbeat".equals(request.getParameter("v-r"))) {
            EventLog.add("heartbeat", request.getRequestedSessionId());
        }
        super.service(request, response);
    }
}
