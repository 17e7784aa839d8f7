package io.lasttab.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A reverse proxy that shows the probe of a server as {@code /shop}, set up as the documentation says. */
public final class Nginx implements AutoCloseable {
    /** The path of the probe as browsers see it. */
    public static final String PATH = "/shop";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where there is one. */
    public static Optional<Path> program() {
        return Stream.of(BuildFolder.path("nginx/usr/sbin/nginx"), Path.of("/usr/sbin/nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Nginx before(Server server) {
        int port = Ports.free().plain();
        Path folder = BuildFolder.path("servers").resolve(server + "-nginx-" + port);
        try {
            Files.createDirectories(folder);
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, server));
            Process process = new ProcessBuilder(
                            program().orElseThrow().toString(),
                            "-p",
                            folder.toString(),
                            "-e",
                            "stderr",
                            "-c",
                            configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            Nginx nginx = new Nginx(process, port);
            await("nginx to answer").atMost(PATIENCE).until(() -> !process.isAlive() || nginx.answers());
            if (!process.isAlive()) {
                throw new AssertionError("nginx did not start:\n" + Files.readString(folder.resolve("nginx.log")));
            }
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path folder, int port, Server server) {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server {
                    listen 127.0.0.1:%2$d;
                    location %3$s/ {
                      proxy_pass http://127.0.0.1:%4$d/%5$s/;
                      proxy_set_header Host $http_host;
                      proxy_cookie_path /%5$s %3$s;
                      proxy_redirect /%5$s/ %3$s/;
                      proxy_redirect http://$http_host/%5$s/ %3$s/;
                    }
                  }
                }
                """.formatted(folder, port, PATH, server.port(), Server.PROBE);
    }

    private boolean answers() {
        try {
            return Http.on(port).get(PATH + "/events").status() == 200;
        } catch (UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + PATH + "/" + path;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
