package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;

/** Another site. */
public final class Elsewhere implements AutoCloseable {
    private static final byte[] PAGE =
            "<!DOCTYPE html><title>Elsewhere</title><link rel=icon href=\"data:,\"><p>Another site.</p>"
                    .getBytes(US_ASCII);

    private final HttpServer server;

    private Elsewhere(HttpServer server) {
        this.server = server;
    }

    public static Elsewhere open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> show(exchange, PAGE));
            server.createContext(
                    "/gateway",
                    exchange -> show(exchange, leadingBackTo(query(exchange)).getBytes(US_ASCII)));
            server.createContext("/redirect", exchange -> {
                exchange.getResponseHeaders().set("Location", query(exchange));
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
        return url() + "redirect?" + URLEncoder.encode(url, UTF_8);
    }

    /** A page titled "Gateway" that leads back to that address in several ways. */
    public String gateway(String back) {
        return url() + "gateway?" + URLEncoder.encode(back, UTF_8);
    }

    private static String query(HttpExchange exchange) {
        return URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
    }

    private static String leadingBackTo(String back) {
        return "<!DOCTYPE html><title>Gateway</title><link rel=icon href=\"data:,\"><a id=back-link href=\"" + back
                + "\">back</a> <a id=back-redirect href=\"/redirect?" + URLEncoder.encode(back, UTF_8)
                + "\">redirect</a><form method=post action=\"" + back + "\"><button id=back-post>post</button></form>";
    }

    private static void show(HttpExchange exchange, byte[] page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
