package io.lasttab.probe;

import java.io.IOException;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Makes trouble: has the end of the caller's session throw, block until {@code ?free=}, or block for some milliseconds ({@code
 * ?end=throw}, {@code block}, {@code 500}); stops threads by name ({@code ?stop=}); tells which sessions of whatever
 * application have ended twice ({@code ?twice=}).
 */
@WebServlet("/trouble")
public class TroubleServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        if (request.getParameter("free") != null) {
            HardEnd.letGo();
        } else if (request.getParameter("twice") != null) {
            response.getWriter().print(endedTwice());
        } else if (request.getParameter("stop") != null) {
            response.getWriter().print(stop(request.getParameter("stop")));
        } else {
            request.getSession().setAttribute(HardEnd.ATTRIBUTE, request.getParameter("end"));
        }
    }

    private static String endedTwice() {
        StringBuilder twice = new StringBuilder();
        Properties all = System.getProperties();
        for (Enumeration<?> names = all.propertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (name.startsWith(SessionEvents.ENDS) && !"1".equals(all.getProperty(name))) {
                twice.append(name).append('\n');
            }
        }
        return twice.toString();
    }

    /** By reflection: newer Javas have no such method, or one that throws. */
    private static int stop(String name) {
        int stopped = 0;
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            if (each.getKey().getName().equals(name)) {
                try {
                    Thread.class.getMethod("stop").invoke(each.getKey());
                    stopped++;
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return stopped;
    }
}
