package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.ErrorCodec;
import org.openqa.selenium.remote.Response;

/**
 * Firefox's own remote control: WebDriver's commands as {@code length:[0, id, name, parameters]} over TCP, answered by
 * {@code length:[1, id, error, result]}.
 */
final class Marionette implements CommandExecutor, AutoCloseable {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(DriverCommand.NEW_SESSION, "WebDriver:NewSession"),
            Map.entry(DriverCommand.GET, "WebDriver:Navigate"),
            Map.entry(DriverCommand.REFRESH, "WebDriver:Refresh"),
            Map.entry(DriverCommand.GO_BACK, "WebDriver:Back"),
            Map.entry(DriverCommand.GO_FORWARD, "WebDriver:Forward"),
            Map.entry(DriverCommand.GET_TITLE, "WebDriver:GetTitle"),
            Map.entry(DriverCommand.GET_CURRENT_URL, "WebDriver:GetCurrentURL"),
            Map.entry(DriverCommand.EXECUTE_SCRIPT, "WebDriver:ExecuteScript"),
            Map.entry(DriverCommand.FIND_ELEMENT, "WebDriver:FindElement"),
            Map.entry(DriverCommand.CLICK_ELEMENT, "WebDriver:ElementClick"),
            Map.entry(DriverCommand.GET_ELEMENT_TEXT, "WebDriver:GetElementText"),
            Map.entry(DriverCommand.SWITCH_TO_FRAME, "WebDriver:SwitchToFrame"),
            Map.entry(DriverCommand.GET_CURRENT_WINDOW_HANDLE, "WebDriver:GetWindowHandle"),
            Map.entry(DriverCommand.GET_WINDOW_HANDLES, "WebDriver:GetWindowHandles"),
            Map.entry(DriverCommand.SWITCH_TO_WINDOW, "WebDriver:SwitchToWindow"),
            Map.entry(DriverCommand.SWITCH_TO_NEW_WINDOW, "WebDriver:NewWindow"),
            Map.entry(DriverCommand.ACTIONS, "WebDriver:PerformActions"),
            Map.entry(DriverCommand.PRINT_PAGE, "WebDriver:Print"),
            Map.entry(DriverCommand.CLOSE, "WebDriver:CloseWindow"));

    private final Json json = new Json();
    private final Socket socket;
    private final InputStream in;
    private int lastId;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Marionette connect(int port) throws IOException {
        Marionette marionette = new Marionette(new Socket(InetAddress.getLoopbackAddress(), port));
        marionette.read(); // who it is
        return marionette;
    }

    @Override
    public Response execute(Command command) {
        String name = NAMES.get(command.getName());
        if (name == null) {
            throw new UnsupportedOperationException(command.getName());
        }
        Response response = new Response(command.getSessionId());
        if (command.getName().equals(DriverCommand.NEW_SESSION)) {
            Map<?, ?> session = (Map<?, ?>) send(name, Map.of());
            response.setSessionId((String) session.get("sessionId"));
            response.setValue(session.get("capabilities"));
        } else {
            response.setValue(send(name, parameters(command)));
        }
        response.setState("success");
        return response;
    }

    private static Map<String, Object> parameters(Command command) {
        Map<String, Object> parameters = new HashMap<>(command.getParameters());
        if ("id".equals(parameters.get("using"))) {
            parameters.put("using", "css selector");
            parameters.put("value", "#" + parameters.get("value"));
        }
        if (command.getName().equals(DriverCommand.SWITCH_TO_WINDOW)) {
            // Else each look into a tab would also show it, and hide the one that was shown.
            parameters.put("focus", false);
        }
        if (command.getName().equals(DriverCommand.SWITCH_TO_NEW_WINDOW)) {
            parameters.put("focus", true);
        }
        return parameters;
    }

    void bringToFront(String handle) {
        send("WebDriver:SwitchToWindow", Map.of("handle", handle, "focus", true));
    }

    /** Runs a script with the browser's own rights. */
    Object inBrowser(String script) {
        send("Marionette:SetContext", Map.of("value", "chrome"));
        try {
            return send("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of()));
        } finally {
            send("Marionette:SetContext", Map.of("value", "content"));
        }
    }

    private synchronized Object send(String name, Map<String, ?> parameters) {
        try {
            byte[] message = json.toJson(List.of(0, ++lastId, name, parameters)).getBytes(UTF_8);
            socket.getOutputStream().write((message.length + ":").getBytes(UTF_8));
            socket.getOutputStream().write(message);
            List<?> answer = json.toType(read(), List.class);
            if (answer.get(2) != null) {
                throw problem((Map<?, ?>) answer.get(2));
            }
            Object result = answer.get(3);
            boolean wrapped = result instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("value");
            return wrapped ? ((Map<?, ?>) result).get("value") : result;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static WebDriverException problem(Map<?, ?> error) {
        Map<String, Object> value = Map.of("error", error.get("error"), "message", error.get("message"));
        return ErrorCodec.createDefault().decode(Map.of("value", value));
    }

    private String read() throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Firefox has closed the connection");
            }
            length = length * 10 + next - '0';
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
