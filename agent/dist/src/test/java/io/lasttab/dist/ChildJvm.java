package io.lasttab.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lasttab.dist.child.Idle;
import io.lasttab.dist.child.ServerApart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own, with one of the programs in {@code child}. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path err;
    private int port;

    private ChildJvm(Path java, List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException {
        err = Files.createTempFile("lasttab", ".err");
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LASTTAB_") || name.startsWith("JAVA_TOOL"));
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Runs a program to its end. */
    static ChildJvm run(Path java, List<String> options, Class<?> main) throws IOException {
        return new ChildJvm(java, options, Embedded.classPath(), main);
    }

    /** Starts the Tomcat and waits until it listens. */
    static ChildJvm serve(Path java, List<String> options, Path folder) throws IOException {
        return serve(Embedded.TOMCAT, java, options, folder, Embedded.TOMCAT.jars());
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param jars the server's own, or what is to take their place
     */
    static ChildJvm serve(Embedded embedded, Path java, List<String> options, Path folder, List<Path> jars)
            throws IOException {
        return serve(embedded.main(), java, options, embedded.classPath(jars), embedded.argument(folder));
    }

    /** Starts the Tomcat in class loaders that do not hang below the agent's. */
    static ChildJvm serveApart(Path java, List<String> options, Path folder) throws IOException {
        String classPath = Embedded.TOMCAT.classPath(Embedded.TOMCAT.jars());
        return serve(ServerApart.class, java, options, classPath, folder.toString());
    }

    /** Starts a program that is no server, and runs until it is closed. */
    static ChildJvm idle(List<String> options) throws IOException {
        return serve(Idle.class, thisJdk(), options, Embedded.classPath(), "");
    }

    private static ChildJvm serve(Class<?> main, Path java, List<String> options, String classPath, String argument)
            throws IOException {
        List<String> quiet = new ArrayList<>(options);
        quiet.add("-Dslf4j.internal.verbosity=ERROR"); // Jetty's logging goes nowhere, and that is as it should be
        quiet.add("-Dorg.eclipse.jetty.LEVEL=OFF"); // and that of 9.4, which has its own
        quiet.add("-Dorg.eclipse.jetty.util.log.announce=false");
        ChildJvm server = new ChildJvm(java, quiet, classPath, main, argument);
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

    /** Sends a request and reads all that comes back. */
    String get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Sends a request with a body, in ASCII, and reads all that comes back. */
    String post(String path, String body, String... headers) throws IOException {
        List<String> more = new ArrayList<>(List.of(headers));
        more.add("Content-Length: " + body.length());
        return send("POST", path, body, more.toArray(new String[0]));
    }

    private String send(String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request = new StringBuilder(method + " /shop" + path + " HTTP/1.1\r\nHost: localhost\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n").append(body);
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

    String pid() {
        return Long.toString(process.pid());
    }

    /** The files that the process has open, where the system tells. */
    List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        Path files = Path.of("/proc", pid(), "fd");
        if (Files.isDirectory(files)) {
            try (Stream<Path> all = Files.list(files)) {
                for (Path file : all.toList()) {
                    open.add(file.toFile().getCanonicalPath());
                }
            }
        }
        return open;
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
