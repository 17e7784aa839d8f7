package io.lasttab.it.server;

import io.lasttab.it.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The running servers, each started by the first test that needs it and shared by all; stopped when all are done. */
public final class Servers implements AutoCloseable {
    private final Map<Target, Shared> servers = new ConcurrentHashMap<>();
    private final Map<Target, Shared> forScenarios = new ConcurrentHashMap<>();

    /** The server with the agent on its command line. */
    public Server withAgent(Target target) {
        return servers.computeIfAbsent(
                        target, key -> new Shared(() -> startWithAgent(key, key.toString(), Promise.SETTINGS)))
                .server();
    }

    /** The same with a short {@code grace.lost}. */
    public Server forScenarios(Target target) {
        return forScenarios
                .computeIfAbsent(target, key -> new Shared(() -> forOneScenario(key, "scenarios")))
                .server();
    }

    /** Such a server for the caller alone, who stops it. */
    public static Server forOneScenario(Target target, String name) {
        return startWithAgent(target, target + "-" + name, Promise.SETTINGS_OF_SCENARIOS);
    }

    /**
     * The server with more on its command line than the agent, or with more settings; for the caller alone, who stops it.
     *
     * @param settings lines of a properties file
     * @param before arguments of the JVM that come before ours, other agents for example
     * @param behind those that come behind it
     */
    public static Server special(
            Target target, String name, String settings, List<String> before, List<String> behind) {
        return startWithAgent(target, target + "-" + name, Promise.SETTINGS + settings, before, behind);
    }

    /** The same server as it is without us; for the caller alone, who stops it. */
    public static Server withoutAgent(Target target, String name) {
        return Server.start(target, target + "-" + name, List.of());
    }

    private static Server startWithAgent(Target target, String name, String settings) {
        return startWithAgent(target, name, settings, List.of(), List.of());
    }

    private static Server startWithAgent(
            Target target, String name, String settings, List<String> before, List<String> behind) {
        String agent = System.getProperty("lasttab.agent.jar", "");
        if (agent.equals("none")) {
            // To work on the harness itself.
            return Server.start(target, name, List.of());
        }
        Path jar = Path.of(agent).toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError("The agent is not built: " + jar + " is missing.");
        }
        List<String> arguments = new ArrayList<>(before);
        arguments.add("-javaagent:" + jar + "="
                + file(name, settings + target.container().agentSettings()));
        arguments.addAll(behind);
        Server server = Server.start(target, name, arguments);
        if (server.log().text().contains("Lasttab is off")) {
            server.close();
            throw new AssertionError("The agent did not start:\n" + server.log().text());
        }
        return server;
    }

    private static Path file(String name, String settings) {
        Path file = Server.settings(name);
        try {
            Files.createDirectories(file.getParent());
            Path exits = Server.exitLog(name);
            Files.deleteIfExists(exits);
            return Files.writeString(file, settings + "exits.file=" + exits + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when a server has printed problems while it stopped: no test was there to see them. */
    @Override
    public void close() {
        Map<Target, List<String>> problems = new LinkedHashMap<>();
        servers.forEach((target, shared) -> shared.stop(problems));
        forScenarios.forEach((target, shared) -> shared.stop(problems));
        if (!problems.isEmpty()) {
            throw new AssertionError("problems on the logs of stopped servers: " + problems);
        }
    }

    /** Starts without holding up those who want another server; a failed start is told to all, not tried again. */
    private static final class Shared {
        private final Supplier<Server> start;
        private Server server;
        private Throwable failure;

        Shared(Supplier<Server> start) {
            this.start = start;
        }

        synchronized Server server() {
            if (failure != null) {
                throw new AssertionError("did not start for an earlier test either", failure);
            }
            if (server == null) {
                try {
                    server = start.get();
                } catch (RuntimeException | AssertionError e) {
                    failure = e;
                    throw e;
                }
            }
            return server;
        }

        synchronized void stop(Map<Target, List<String>> problems) {
            if (server == null) {
                return;
            }
            server.close();
            List<String> found = server.log().problems();
            if (!found.isEmpty()) {
                problems.computeIfAbsent(server.target(), key -> new ArrayList<>())
                        .addAll(found);
            }
        }
    }
}
