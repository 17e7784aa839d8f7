package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/**
 * What a client says on one connection, to the byte, and may well be no HTTP at all.
 *
 * @param turns what it says; for each but the first it waits until the server has answered something with a head
 */
public record Conversation(List<String> turns) {
    /** On a machine with much else to do the first page of JSP took a minute. */
    private static final int TIMEOUT = (int) Duration.ofMinutes(3).toMillis();

    /** What stands at the end of what was heard on a connection that the server has not closed. */
    public static final String NO_END = "(no end of it)";

    /** Says it all to a server, and gives what it answers until it closes the connection, one character for each byte. */
    public String with(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT);
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            try {
                for (int turn = 0; turn < turns.size(); turn++) {
                    if (turn > 0 && !hearHead(in, heard)) {
                        break;
                    }
                    out.write(turns.get(turn).getBytes(ISO_8859_1));
                    out.flush();
                }
                in.transferTo(heard);
            } catch (SocketException reset) {
                // A server that closes without having read everything: what came before counts.
            } catch (SocketTimeoutException held) {
                return heard.toString(ISO_8859_1) + NO_END;
            }
            return heard.toString(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says it all, hears so many bytes of the answer, and is gone. */
    public void breakOffAfter(int bytes, int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT);
            socket.setSoLinger(true, 0); // a reset, not an end
            for (String turn : turns) {
                socket.getOutputStream().write(turn.getBytes(ISO_8859_1));
            }
            socket.getInputStream().readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hearHead(InputStream in, ByteArrayOutputStream heard) throws IOException {
        int from = heard.size();
        while (heard.toString(ISO_8859_1).indexOf("\r\n\r\n", from) < 0) {
            int read = in.read();
            if (read < 0) {
                return false;
            }
            heard.write(read);
        }
        return true;
    }
}
