package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of one server. */
public record Ports(int plain, int compressing, int management) {
    /** Free at this moment, and no two the same: all are held until all are known. */
    static Ports free() {
        try (ServerSocket one = bind();
                ServerSocket two = bind();
                ServerSocket three = bind()) {
            return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more, free at this moment. */
    public static int one() {
        try (ServerSocket socket = bind()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Below the ports that the system gives to outgoing connections (32768 and up on Linux): a server takes seconds to bind
     * its port, and a browser's connection must not have got it by then.
     */
    private static ServerSocket bind() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                // another one, then
            }
        }
        throw new IOException("no free port between 20000 and 32000");
    }
}
