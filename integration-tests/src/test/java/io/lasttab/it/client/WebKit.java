package io.lasttab.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitGTK's MiniBrowser, by its own driver and on a screen of its own. It keeps nothing when it ends. */
record WebKit(RemoteWebDriver driver, Process service, Process screen) implements Driven {
    private static final Duration START = Duration.ofSeconds(30);

    static Driven start() {
        try {
            Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String display =
                    ":" + new BufferedReader(new InputStreamReader(screen.getInputStream(), US_ASCII)).readLine();
            int port = freePort();
            ProcessBuilder driver = new ProcessBuilder("WebKitWebDriver", "--host=127.0.0.1", "--port=" + port);
            driver.environment().put("DISPLAY", display);
            driver.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT)
                    .endsWith("_proxy"));
            Process service = driver.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await("WebKitWebDriver to listen").atMost(START).until(() -> listens(port));
            MutableCapabilities capabilities = new MutableCapabilities();
            capabilities.setCapability(
                    "webkitgtk:browserOptions",
                    Map.of("binary", miniBrowser().toString(), "args", List.of("--automation")));
            capabilities.setCapability("unhandledPromptBehavior", "ignore");
            RemoteWebDriver remote =
                    new RemoteWebDriver(URI.create("http://127.0.0.1:" + port).toURL(), capabilities, false);
            return new WebKit(remote, service, screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a folder that is named after the architecture. */
    private static Path miniBrowser() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path folder : folders) {
                Path binary = folder.resolve("webkit2gtk-4.1/MiniBrowser");
                if (Files.isExecutable(binary)) {
                    return binary;
                }
            }
        }
        throw new IOException("WebKitGTK has no MiniBrowser here");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @SuppressWarnings("unused") // only whether it can be opened
    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public ProcessHandle process() {
        return service.children().findFirst().orElseThrow();
    }

    /** Its driver tells nothing of the console. */
    @Override
    public List<String> complaints() {
        return List.of();
    }

    /** Its driver does so whenever a tab is used. */
    @Override
    public void bringToFront() {}

    @Override
    public boolean forget() {
        return false;
    }

    @Override
    public void quit() {
        service.descendants().forEach(ProcessHandle::destroy);
        service.destroy();
        screen.destroy();
    }
}
