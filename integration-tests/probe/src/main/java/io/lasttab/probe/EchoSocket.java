package io.lasttab.probe;

import javax.websocket.OnMessage;
import javax.websocket.server.ServerEndpoint;

/** Says what it is told. */
@ServerEndpoint("/socket")
public class EchoSocket {
    @OnMessage
    public String echo(String text) {
        return text;
    }
}
