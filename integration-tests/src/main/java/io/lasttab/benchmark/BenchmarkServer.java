package io.lasttab.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The server under load: an embedded container with a page of 8 KB and some JSON, both with a session. Prints its port. */
final class BenchmarkServer {

    /**
     * Not quite 8 KB: the answer fits into one write of Tomcat's (8192 bytes) with and without the tag. A page right at that
     * edge needs a second write with it, and that system call would be all that is measured.
     */
    private static final int PAGE = 7_800;

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

    /** Starts the container of that name, {@code tomcat} or {@code jetty}, and waits to be killed. */
    public static void main(String[] container) throws Exception {
        String row = "<tr><td>a row of an ordinary page</td><td>with some text in it</td></tr>\n";
        String page = "<!DOCTYPE html>\n<html><head><title>A page</title></head><body><table>\n"
                + row.repeat(PAGE / row.length()) + "</table></body></html>\n";
        String json = "{\"items\":[" + "\"an item\",".repeat(50) + "\"the last\"]}";
        Map<String, Answer> answers =
                Map.of("/html", new Answer("text/html", page), "/json", new Answer("application/json", json));
        int port = container[0].equals("jetty") ? startJetty(answers) : startTomcat(answers);
        System.out.println("port " + port);
        Thread.currentThread().join();
    }

    private static int startTomcat(Map<String, Answer> answers) throws IOException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("benchmark").toString());
        Connector connector = new Connector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        answers.forEach((path, answer) -> {
            Tomcat.addServlet(context, path, answer);
            context.addServletMappingDecoded(path, path);
        });
        tomcat.start();
        return connector.getLocalPort();
    }

    private static int startJetty(Map<String, Answer> answers) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        answers.forEach((path, answer) -> context.addServlet(new ServletHolder(answer), path));
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }
}
