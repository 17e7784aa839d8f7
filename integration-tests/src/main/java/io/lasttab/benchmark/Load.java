package io.lasttab.benchmark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for one path over a few connections that stay open, each with a session of its own, as a browser would. */
final class Load {

    static final int CONNECTIONS = 4;

    private final int port;
    private final String path;
    private final String purpose; // what a browser says it asks for, a page or data of a page

    Load(int port, String path) {
        this.port = port;
        this.path = path;
        this.purpose = path.equals("/json")
                ? "Sec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n"
                : "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    }

    /** Asks that many times in all. */
    void run(int requests) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(clients.submit(() -> ask(requests / CONNECTIONS)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void ask(int requests) {
        String cookie = "";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 15));
            for (int i = 0; i < requests; i++) {
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nUser-Agent: benchmark\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\n"
                        + "Accept-Language: en\r\nSec-Fetch-Site: same-origin\r\n" + purpose + cookie + "\r\n";
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                String set = answer(in);
                cookie = set.isEmpty() ? cookie : "Cookie: " + set + "\r\n";
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads one response of fixed length; gives the cookie that it sets, or an empty string. */
    private static String answer(DataInputStream in) throws IOException {
        String cookie = "";
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            } else if (line.startsWith("Set-Cookie: ")) {
                cookie = line.substring(12, line.indexOf(';'));
            }
        }
        if (length < 0) {
            throw new IOException("The answer has no length");
        }
        in.readFully(new byte[length]);
        return cookie;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
