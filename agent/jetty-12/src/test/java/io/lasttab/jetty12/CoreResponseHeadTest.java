package io.lasttab.jetty12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real Jetty of the floor version. */
class CoreResponseHeadTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void startServer() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(200);
                response.getHeaders().put("port", new CoreResponseHead(response, null).serverPort());
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    @Test
    void the_port_is_the_one_that_the_browser_names() throws Exception {
        assertThat(portFor("shop.test:8443")).isEqualTo(8443);
    }

    @Test
    void the_port_is_that_of_the_scheme_if_the_browser_names_none() throws Exception {
        assertThat(portFor("shop.test")).isEqualTo(80);
    }

    @Test
    void the_port_is_the_configured_one_if_the_browser_names_none() throws Exception {
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setServerAuthority(new HostPort("shop.test", 8080));
        assertThat(portFor("shop.test")).isEqualTo(8080);
    }

    private int portFor(String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(answer.replaceAll("(?s).*\r\nport: (\\d+)\r\n.*", "$1"));
        }
    }
}
