package io.lasttab.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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

    private static ServerSocket bind() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
