package io.lasttab.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server that is laid out in a folder of its own, and is started by a command that the tests have read somewhere. It has one
 * application, {@value #CONTEXT}, of two pages; a fat jar has its own.
 */
public final class InstalledServer implements AutoCloseable {
    /** The application's context. */
    public static final String CONTEXT = "shop";

    /** A page of it that makes a session, for servers that know JSP. */
    public static final String BASKET = "/" + CONTEXT + "/basket.jsp";

    /** A busy machine takes its time. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofMinutes(1);

    private static final String PAGE = "<!doctype html>\n<html><head><title>Shop</title></head><body></body></html>\n";

    private final Target target;
    private final Path home;
    private final Ports ports;
    private final ServerLog log;
    private Process process;

    private InstalledServer(Target target, Path home, Ports ports, ServerLog log) {
        this.target = target;
        this.home = home;
        this.ports = ports;
        this.log = log;
    }

    /**
     * Unpacks a server into a folder, and puts the application in. A Jetty's own folder is {@code product} in the one that is
     * its base.
     *
     * @param log where the server's output goes
     */
    public static InstalledServer in(Path home, Target target, Path log) {
        Ports ports = Ports.free();
        try {
            Files.createDirectories(home.getParent());
            target.container().install(home, ports, target.jdk());
            if (!isFatJar(target)) {
                Path application =
                        Files.createDirectories(home.resolve("webapps").resolve(CONTEXT));
                Files.writeString(application.resolve("index.html"), PAGE);
                Files.writeString(
                        application.resolve("basket.jsp"),
                        "<%@ page contentType=\"text/html;charset=UTF-8\" %>" + PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InstalledServer(target, home, ports, new ServerLog(log));
    }

    private static boolean isFatJar(Target target) {
        return target.container() instanceof FatJar;
    }

    /** Starts it in its folder, and waits until it answers. */
    public InstalledServer start(ProcessBuilder command) {
        try {
            command.environment().put("JAVA_HOME", target.jdk().home().toString());
            process = command.directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Startup(target, process, log).await(START, () -> page().status(), this::close);
        return this;
    }

    /** A page of the application, as a browser asks for it that has no session yet. */
    public Answer page() {
        return get(isFatJar(target) ? "/" + Server.PROBE + "/login" : "/" + CONTEXT + "/");
    }

    /** Asks for a document. */
    public Answer get(String path) {
        return Http.on(ports.plain()).asDocument().get(path);
    }

    public int port() {
        return ports.plain();
    }

    public Path home() {
        return home;
    }

    public ServerLog log() {
        return log;
    }

    /** The JVM of the server: the innermost one, where a starter has started it. */
    public ProcessHandle jvm() {
        return processes()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .reduce((outer, inner) -> inner)
                .orElseThrow();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Stops whatever the command has started. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = processes().toList();
        all.forEach(ProcessHandle::destroy);
        boolean stopped = true;
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(STOP.toSeconds(), SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                each.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                each.destroyForcibly();
                stopped = false;
            }
        }
        if (!stopped) {
            throw new AssertionError(target + " did not stop within " + STOP + ":\n" + log.tail());
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
