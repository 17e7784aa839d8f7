package io.lasttab.demo;

import io.lasttab.demo.live.LiveApplication;
import io.lasttab.demo.shop.ShopApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;

/** Starts the demo's Tomcat, says where it is and what to try, and stops it at Ctrl-C. */
public final class Demo {

    private static final int FIRST_PORT = 8080;
    private static final int PORTS_TRIED = 100;

    // Held here because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();

    private Demo() {}

    public static void main(String[] arguments) throws IOException {
        TOMCAT_LOG.setLevel(Level.WARNING);
        Optional<Integer> port = freePort();
        if (port.isEmpty()) {
            exit("The demo found no free port from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS_TRIED - 1) + ".");
            return;
        }
        Demo demo = new Demo();
        try {
            demo.start(port.get());
        } catch (LifecycleException e) {
            exit("The demo's Tomcat did not start: " + e.getMessage());
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "demo-stop"));
        endWithParent();
        System.out.println(welcome("http://127.0.0.1:" + port.get()));
        demo.tomcat.getServer().await();
    }

    private void start(int port) throws LifecycleException {
        tomcat.setBaseDir(Path.of("target", "demo").toAbsolutePath().toString());
        Connector connector = new Connector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        // A port that is taken after all is a reason to stop, not to wait behind a dead connector.
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        ShopApplication.deploy(tomcat);
        LiveApplication.deploy(tomcat);
        tomcat.start();
    }

    private void stop() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            System.err.println("The demo's Tomcat did not stop cleanly: " + e.getMessage());
        }
    }

    /** Maven may be killed without a word to its children; a server nobody started must not stay behind. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        System.exit(0);
                    },
                    "demo-parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static Optional<Integer> freePort() {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return Optional.of(probe.getLocalPort());
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        return Optional.empty();
    }

    private static void exit(String why) {
        System.err.println(why);
        System.exit(1);
    }

    private static String welcome(String address) {
        return """

              Lasttab demo on %s

              Watch   %s/live/
              Shop    %s/shop/

              Try     1  Open the shop in two tabs. They share one session.
                      2  Close one tab: nothing happens. Close the other: the countdown starts.
                      3  Reload, click around, go back, as fast as you like: the session stays.
                      4  Type another address into the last shop tab: its session ends as well.

              Ctrl-C ends the demo.
            """.formatted(ServerInfo.getServerInfo().replace('/', ' '), address, address);
    }
}
