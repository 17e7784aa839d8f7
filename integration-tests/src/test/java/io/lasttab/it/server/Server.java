package io.lasttab.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.lasttab.it.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.awaitility.Awaitility;

/** A server that runs in a JVM of its own. */
public final class Server implements AutoCloseable {
    /** Where the probe is deployed from the start. */
    public static final String PROBE = "probe";

    /** Where one more is, in an environment of its own, on those that run two of them side by side. */
    public static final String NEIGHBOUR = "neighbour";

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Target target;
    private final Path home;
    private final Ports ports;
    private final ServerLog log;
    private final ProcessBuilder command;
    private final Process process;
    private Management management;

    private Server(Target target, Path home, Ports ports, ServerLog log, ProcessBuilder command, Process process) {
        this.target = target;
        this.home = home;
        this.ports = ports;
        this.log = log;
        this.command = command;
        this.process = process;
    }

    /** Unpacks, deploys the probe, starts, and waits until the probe answers. */
    static Server start(Target target, String name, List<String> agentArguments) {
        Path home = BuildFolder.path("servers").resolve(name);
        Ports ports = Ports.free();
        ServerLog log = new ServerLog(home.resolveSibling(name + ".log"));
        try {
            Container container = target.container();
            container.install(home, ports, target.jdk());
            container.deployProbe(home);
            Files.deleteIfExists(log.file());
            ProcessBuilder command = container.command(home, target.jdk(), jvmArguments(ports, agentArguments));
            // The environment may carry settings of the agent, which these tests give by file alone.
            command.environment().keySet().removeIf(key -> key.startsWith("LASTTAB_"));
            command.directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
            return start(target, home, ports, log, command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + target, e);
        }
    }

    private static Server start(Target target, Path home, Ports ports, ServerLog log, ProcessBuilder command)
            throws IOException {
        Process process = command.start();
        Server server = new Server(target, home, ports, log, command, process);
        new Startup(target, process, log).await(START, () -> server.status(PROBE), server::close);
        return server;
    }

    /**
     * Stops it as an operator does and starts it again with all that it has on disk.
     *
     * @param meanwhile what happens when there is no server
     * @return the one that runs then, for the caller to stop
     */
    public Server restart(Runnable meanwhile) {
        close();
        meanwhile.run();
        try {
            return start(target, home, ports, log, command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + target + " again", e);
        }
    }

    private static List<String> jvmArguments(Ports ports, List<String> agentArguments) {
        List<String> arguments = new ArrayList<>(agentArguments);
        arguments.add("-Xmx256m");
        arguments.add("-XX:+UseSerialGC");
        // Many servers share few cores, none lives long enough for the optimising compiler to pay.
        arguments.add("-XX:TieredStopAtLevel=1");
        // What only a soft reference holds must not look like a leak.
        arguments.add("-XX:SoftRefLRUPolicyMSPerMB=0");
        arguments.add("-Djava.rmi.server.hostname=127.0.0.1");
        for (String setting : List.of("host=127.0.0.1", "authenticate=false", "ssl=false")) {
            arguments.add("-Dcom.sun.management.jmxremote." + setting);
        }
        arguments.add("-Dcom.sun.management.jmxremote.port=" + ports.management());
        arguments.add("-Dcom.sun.management.jmxremote.rmi.port=" + ports.management());
        return arguments;
    }

    private int status(String context) {
        try {
            return Http.on(ports.plain()).get("/" + context + "/events").status();
        } catch (UncheckedIOException | AssertionError e) {
            return 0; // not listening yet, or not answering
        }
    }

    /** Drops one more probe into the running server and waits until it answers. */
    public void deploy(String context) {
        deploy(context, ProbeWar.of(target.container()));
    }

    /** The same with another application, which tells its events as the probe does. */
    public void deploy(String context, Path war) {
        Path drop = target.container().drop(home, context);
        try {
            // A rename is atomic: the server must not see half a file.
            Path whole = Files.copy(war, home.resolve(context + ".part"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, drop, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await(context + " to be deployed").atMost(START).until(() -> status(context) == 200);
    }

    /** Drops a probe into a running Tomcat that keeps its sessions in a folder too, besides memory. */
    public void deployWithStore(String context, Path folder) {
        deploy(context, ProbeWar.withStore(target.container(), folder));
    }

    /** Drops a probe into the running server that keeps its sessions over a restart, if it is a Tomcat. */
    public void deployKeepingSessions(String context) {
        deploy(context, ProbeWar.keepingSessions(target.container(), home));
    }

    /** Takes a probe away from the running server and waits until it is gone. */
    public void undeploy(String context) {
        try {
            Files.delete(target.container().drop(home, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await(context + " to be undeployed").atMost(START).until(() -> status(context) == 404);
    }

    /** The folder that the server runs in. */
    public Path home() {
        return home;
    }

    public Target target() {
        return target;
    }

    public int port() {
        return ports.plain();
    }

    /** Where the container compresses what it sends to those who accept it. */
    public int compressingPort() {
        return target.container().compressingPort(ports);
    }

    public String url(String path) {
        return url(PROBE, path);
    }

    public String url(String context, String path) {
        return "http://127.0.0.1:" + ports.plain() + "/" + context + "/" + path;
    }

    /** The probe as Lasttab names it to an operator. */
    public ObjectName probe() {
        return application(PROBE);
    }

    /** An application as Lasttab names it to an operator. */
    public ObjectName application(String context) {
        return Management.application(target.container().host(), context);
    }

    /** The ids of the sessions in the store, among other things, where a Jetty has one ({@link JettySetup}). */
    public String storedSessions() {
        return Http.on(port()).get("/" + JettySetup.STORED + "/").text();
    }

    /** The server's JVM. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where Lasttab writes a line for each ended session. */
    public Path exitLog() {
        return exitLog(home.getFileName().toString());
    }

    /** The file that Lasttab reads its settings from. */
    public Path settings() {
        return settings(home.getFileName().toString());
    }

    static Path settings(String name) {
        return BuildFolder.path("servers").resolve(name + ".properties");
    }

    static Path exitLog(String name) {
        return BuildFolder.path("servers").resolve(name + "-exits.jsonl");
    }

    public ServerLog log() {
        return log;
    }

    public synchronized Management management() {
        if (management == null) {
            management = Management.connect(ports.management());
        }
        return management;
    }

    /** As an operator stops it; what it prints while it stops is in the log afterwards. */
    @Override
    public void close() {
        if (management != null) {
            management.close();
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(target + " did not stop within " + STOP + ":\n" + log.tail());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
