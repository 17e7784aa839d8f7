package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Another site. */
public final class Elsewhere implements AutoCloseable {
    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Elsewhere</title><link rel=icon href=\"data:,\"><p>Another site.</p>"
                    .getBytes(US_ASCII);

    private static final String REDIRECT = "/redirect";

    private final HttpServer server;

    private Elsewhere(HttpServer server) {
        this.server = server;
    }

    public static Elsewhere open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            server.createContext(REDIRECT, exchange -> {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawQuery());
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });
            server.start();
            return new Elsewhere(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By another name, too, than the one of the servers under test. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** By the name of the servers under test: another origin, but of the same site, which is sent the cookies of theirs. */
    public String onTheSameSite() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** An address here that leads on to another one. */
    public String redirectTo(String url) {
        return "http://localhost:" + server.getAddress().getPort() + REDIRECT + "?" + url;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
