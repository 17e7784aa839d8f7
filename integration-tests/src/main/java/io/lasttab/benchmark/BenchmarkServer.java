package io.lasttab.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** The server under load: an embedded Tomcat with a page of 8 KB and some JSON, both with a session. Prints its port. */
final class BenchmarkServer {

    private BenchmarkServer() {}

    private static final class Answer extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final String type;
        private final String body;

        Answer(String type, String body) {
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

    /** Starts the server and waits to be killed. */
    public static void main(String[] unused) throws Exception {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("benchmark").toString());
        Connector connector = new Connector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        String row = "<tr><td>a row of an ordinary page</td><td>with some text in it</td></tr>\n";
        String page = "<!DOCTYPE html>\n<html><head><title>A page</title></head><body><table>\n"
                + row.repeat(8_000 / row.length()) + "</table></body></html>\n";
        add(context, "/html", new Answer("text/html", page));
        add(
                context,
                "/json",
                new Answer("application/json", "{\"items\":[" + "\"an item\",".repeat(50) + "\"the last\"]}"));
        tomcat.start();
        System.out.println("port " + connector.getLocalPort());
        tomcat.getServer().await();
    }

    private static void add(Context context, String path, Answer answer) {
        Tomcat.addServlet(context, path, answer);
        context.addServletMappingDecoded(path, path);
    }
}
