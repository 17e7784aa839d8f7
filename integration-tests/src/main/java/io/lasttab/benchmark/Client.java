package io.lasttab.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection that stays open, with a session of its own, as a browser has it. For one thread. */
final class Client implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final String host;
    private final boolean heard;
    private String cookie = "";

    /**
     * Connects, and asks for a page to get a session.
     *
     * @param heard whether there is a Lasttab to hear what pages say
     */
    Client(int port, boolean heard) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.host = "localhost:" + port;
        this.heard = heard;
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 15));
        ask(Question.HTML, 0);
    }

    /** Asks, reads the whole answer, and gives its body. */
    byte[] ask(Question question, int number) throws IOException {
        out.write(question.request(host, cookie, heard, number));
        String status = line();
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException(question + " is answered by " + status);
        }
        int length = status.startsWith("HTTP/1.1 204") ? 0 : -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            } else if (line.startsWith("Transfer-Encoding: chunked")) {
                chunked = true;
            } else if (line.startsWith("Set-Cookie: ")) {
                cookie = "Cookie: " + line.substring(12, line.indexOf(';')) + "\r\n";
            }
        }
        if (chunked) {
            return chunks();
        }
        if (length < 0) {
            throw new IOException(question + " is answered without a length");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 17);
        while (true) {
            byte[] chunk = new byte[Integer.parseInt(line(), 16)];
            in.readFully(chunk);
            line();
            if (chunk.length == 0) {
                return body.toByteArray();
            }
            body.write(chunk);
        }
    }

    private String line() throws IOException {
        byte[] line = new byte[512];
        int length = 0;
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line[length++] = (byte) c;
            }
        }
        return new String(line, 0, length, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
