package io.lasttab.it.injection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lasttab.it.client.Http;
import io.lasttab.it.server.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.UUID;

/** An answer that the application has written to its last byte, but has not returned from. */
final class Held {
    private static final byte[] LAST = "</html>".getBytes(US_ASCII);

    private Held() {}

    /** Whether all of it comes although the application holds on. */
    static boolean isWhole(Server server, String query, Duration patience) {
        String key = UUID.randomUUID().toString();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream()
                    .write(("GET /probe/held?key=" + key + query + " HTTP/1.1\r\nHost: probe.test\r\n"
                                    + "Accept: text/html\r\nSec-Fetch-Dest: document\r\n\r\n")
                            .getBytes(US_ASCII));
            return comesTo(LAST, socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Http.on(server.port()).get("/probe/held?free=" + key);
        }
    }

    private static boolean comesTo(byte[] end, InputStream in) throws IOException {
        int matched = 0;
        try {
            while (matched < end.length) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
            }
        } catch (SocketTimeoutException stillHeld) {
            return false;
        }
        return true;
    }
}
