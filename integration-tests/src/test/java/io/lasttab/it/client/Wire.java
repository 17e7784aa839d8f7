package io.lasttab.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network between a browser and a server, which can be cut. */
public final class Wire implements AutoCloseable {
    private final ServerSocket here;
    private final int there;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    private Wire(ServerSocket here, int there) {
        this.here = here;
        this.there = there;
    }

    /** Leads to a port of this machine. */
    public static Wire to(int port) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return here.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = here.accept();
            sockets.add(near);
            Socket far = new Socket(InetAddress.getLoopbackAddress(), there);
            sockets.add(far);
            start(() -> carry(near, far));
            start(() -> carry(far, near));
        }
    }

    private static void carry(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // by an end of it, or on purpose
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Cuts it for good. */
    @Override
    public void close() {
        try {
            here.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
