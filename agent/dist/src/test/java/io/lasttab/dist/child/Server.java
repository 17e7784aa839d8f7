package io.lasttab.dist.child;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Starts Tomcat and answers one request. */
public final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setPort(0);
        Context c = tomcat.addContext("/shop", null);
        Tomcat.addServlet(c, "p", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
                req.getSession();
                resp.setContentType("text/html");
                resp.getWriter().print("<!doctype html><html><head><title>x</title></head><body>x</body></html>");
            }
        });
        c.addServletMappingDecoded("/*", "p");
        tomcat.start();
        int port = tomcat.getConnector().getLocalPort();
        try (java.net.Socket s = new java.net.Socket("localhost", port)) {
            s.getOutputStream()
                    .write("GET /shop/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes("US-ASCII"));
            String got = new String(s.getInputStream().readAllBytes(), "UTF-8");
            System.out.println(got.contains("__lasttab") ? "tagged" : "plain");
        }
        System.out.println(
                "CPU " + ProcessHandle.current().info().totalCpuDuration().get().toMillis());
        tomcat.stop();
        tomcat.destroy();
    }
}
