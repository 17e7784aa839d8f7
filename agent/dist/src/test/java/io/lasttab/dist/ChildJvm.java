package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.dist.child.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;

/** A JVM of its own, with one of the programs in {@code child}. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path err;
    private int port;

    private ChildJvm(Path java, List<String> options, Class<?> main, String... arguments) throws IOException {
        err = Files.createTempFile("lasttab", ".err");
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LASTTAB_") || name.startsWith("JAVA_TOOL"));
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Runs a program to its end. */
    static ChildJvm run(Path java, List<String> options, Class<?> main) throws IOException {
        return new ChildJvm(java, options, main);
    }

    /** Starts the server and waits until it listens. */
    static ChildJvm serve(Path java, List<String> options, Path folder) throws IOException {
        return serve(java, options, folder, Server.class);
    }

    /** The same with another program that starts the server. */
    static ChildJvm serve(Path java, List<String> options, Path folder, Class<?> main) throws IOException {
        ChildJvm server = new ChildJvm(java, options, main, folder.toString());
        String line = server.out.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = server.out.readLine(); // of the JVM's own
        }
        if (line == null) {
            throw new IllegalStateException("The server did not start\n" + server.err());
        }
        server.port = Integer.parseInt(line.substring("port ".length()));
        return server;
    }

    static Path thisJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** This JDK, and a newer one where there is one. */
    static Stream<Path> jdks() {
        return Stream.of(thisJdk(), Path.of("/usr/lib/jvm/temurin-25-jdk-amd64"))
                .filter(Files::isDirectory)
                .distinct();
    }

    static List<String> agent(String... more) {
        List<String> options = new ArrayList<>(List.of("-javaagent:" + AgentJar.path()));
        options.addAll(List.of(more));
        return options;
    }

    private static String classPath() {
        return String.join(
                ":", folderOf(ChildJvm.class), folderOf(Tomcat.class), folderOf(jakarta.annotation.Resource.class));
    }

    private static String folderOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends a request and reads all that comes back. */
    String get(String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request = new StringBuilder("GET /shop" + path + " HTTP/1.1\r\nHost: localhost\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Ends the program, if it waits for that; what it has written to standard output. */
    List<String> end() throws IOException {
        process.getOutputStream().close();
        List<String> lines = out.lines().toList();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The program does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return lines;
    }

    /** What it has written to standard error. */
    List<String> err() throws IOException {
        return Files.readAllLines(err);
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(err);
    }
}
