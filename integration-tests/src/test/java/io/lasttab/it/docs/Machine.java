package io.lasttab.it.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.server.InstalledServer;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder that stands for the machine of whoever reads the documentation: {@code /opt}, {@code /etc} and {@code /var} are in
 * it, {@code 4711} is the server's pid, and 8080 its port. The agent is where the documents have it, in {@code /opt} and in the
 * folder that commands are given in.
 */
final class Machine {
    private static final List<String> NOT_INHERITED =
            List.of("CATALINA_", "JAVA_OPTS", "JETTY_", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "LASTTAB_", "SPRING_");

    private final Path root;
    private final Path work;

    Machine(Path root) {
        this.root = root;
        try {
            work = Files.createDirectories(root.resolve("work"));
            for (String folder : List.of("opt", "etc", "var/log/tomcat")) {
                Files.createDirectories(root.resolve(folder));
            }
            Path agent = Path.of(System.getProperty("lasttab.agent.jar"));
            Files.copy(agent, at("/opt/lasttab-agent.jar"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(agent, work.resolve("lasttab-agent.jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where something is that the documents have at a path. */
    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    /** The folder that commands are given in unless the documents say another. */
    Path work() {
        return work;
    }

    /** Puts a file of a document where it says. */
    Path put(Block file) {
        return put(file.path().orElseThrow(), file.content());
    }

    Path put(String path, String content) {
        try {
            Files.createDirectories(at(path).getParent());
            return Files.writeString(at(path), mapped(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the documents' paths as they are here. */
    String mapped(String text) {
        return text.replaceAll("(?<![\\w.~/-])/(?=(opt|etc|var)/)", root + "/");
    }

    /** A server of that kind, in the folder where the documents have it. */
    InstalledServer install(String kind, String folder) {
        Target target = Stream.concat(Matrix.thisRun().stream(), Matrix.fatJars().stream())
                .filter(each -> each.container().name().startsWith(kind))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(target != null, kind + " is not among the servers of this run");
        InstalledServer server = InstalledServer.in(at(folder), target, work.resolve("catalina.out"));
        if (kind.startsWith("jetty-")) {
            link(at("/opt/jetty-home"), server.home().resolve("product"));
        }
        return server;
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes a server: little memory, and no time spent on what only long runs repay. */
    ProcessBuilder server(String command, Map<String, String> environment) {
        ProcessBuilder builder = shell(command);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        builder.environment().putAll(environment);
        return builder;
    }

    private ProcessBuilder shell(String command) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", mapped(command));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> NOT_INHERITED.stream().anyMatch(name::startsWith));
        // The commands say just java.
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"));
        return builder;
    }

    /** Runs a command to its end, which must be a good one; what it has said. */
    String run(String command) {
        return run(command, Map.of());
    }

    String run(String command, Map<String, String> environment) {
        ProcessBuilder builder = shell(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Path out = Files.createTempFile(work, "said", ".txt");
            Process process = builder.redirectOutput(out.toFile()).start();
            if (!process.waitFor(4, MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " does not end: " + Files.readString(out, UTF_8));
            }
            String said = Files.readString(out, UTF_8);
            assertThat(process.exitValue()).as("%s%n%s", command, said).isZero();
            assertThat(said).as(command).doesNotContain("Exception", "WARN ");
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command, e);
        }
    }

    /** Whether a program is there, on a machine that may lack it. */
    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
