package io.lasttab.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Servlet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The server under load: an embedded container with pages, some JSON and a file. Prints its port; then, for each line that
 * it reads, the figure that the line names.
 */
final class BenchmarkServer {
    static final String PAGE = "/html";
    static final String LONG_PAGE = "/html64";
    static final String DATA = "/json";
    static final String FILE = "/file.css";
    static final String NOTHING = "/nothing";

    /** What the printed lines begin with. */
    static final String PORT = "port ";

    /** How many bytes its threads have allocated so far. */
    static final String ALLOCATED = "allocated ";

    /** How many bytes are in use after a collection of garbage, which is what it is asked for. */
    static final String COLLECTED = "collected ";

    /** For how many milliseconds its compilers have worked so far. */
    static final String COMPILED = "compiled ";

    /**
     * Not quite 8 KB: the answer fits into one write of Tomcat's (8192 bytes) with and without the tag. A page right at that
     * edge needs a second write with it, and that system call would be all that is measured.
     */
    private static final int PAGE_BYTES = 7_800;

    /** Many writes anyway. */
    private static final int LONG_PAGE_BYTES = 64 * 1024;

    private static final String ROW = "<tr><td>a row of an ordinary page</td><td>with some text in it</td></tr>\n";

    private BenchmarkServer() {}

    /** Starts the container of that name, {@code tomcat} or {@code jetty}, and runs until killed. */
    public static void main(String[] container) throws Exception {
        String json = "{\"items\":[" + "\"an item\",".repeat(50) + "\"the last\"]}";
        Map<String, Servlet> servlets = Map.of(
                PAGE, new ReadyAnswer("text/html", page(PAGE_BYTES)),
                LONG_PAGE, new ReadyAnswer("text/html", page(LONG_PAGE_BYTES)),
                DATA, new ReadyAnswer("application/json", json),
                NOTHING, new NoAnswer());
        Path folder = Files.createTempDirectory("benchmark");
        Files.writeString(folder.resolve(FILE.substring(1)), "p { margin: 0 }\n".repeat(PAGE_BYTES / 16));
        int port = container[0].equals("jetty") ? startJetty(servlets, folder) : startTomcat(servlets, folder);
        System.out.println(PORT + port);
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String figure = asked.readLine(); figure != null; figure = asked.readLine()) {
            System.out.println(figure + figure(figure));
        }
    }

    private static long figure(String name) {
        return switch (name) {
            case ALLOCATED -> allocated();
            case COLLECTED -> collected();
            case COMPILED -> ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String page(int bytes) {
        return "<!DOCTYPE html>\n<html><head><title>A page</title></head><body><table>\n"
                + ROW.repeat(bytes / ROW.length()) + "</table></body></html>\n";
    }

    /** By all threads that live: none dies within the seconds of a load. */
    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
        return Arrays.stream(allocated).filter(bytes -> bytes > 0).sum();
    }

    private static int startTomcat(Map<String, Servlet> servlets, Path folder) throws LifecycleException, IOException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("benchmark").toString());
        Connector connector = new Connector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        servlets.forEach((path, servlet) -> {
            Tomcat.addServlet(context, path, servlet);
            context.addServletMappingDecoded(path, path);
        });
        Tomcat.addServlet(context, "files", new DefaultServlet());
        context.addServletMappingDecoded("/", "files");
        context.addMimeMapping("css", "text/css");
        tomcat.start();
        return connector.getLocalPort();
    }

    private static int startJetty(Map<String, Servlet> servlets, Path folder) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setBaseResourceAsPath(folder);
        servlets.forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
        context.addServlet(new ServletHolder(new org.eclipse.jetty.ee10.servlet.DefaultServlet()), "/");
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }
}
