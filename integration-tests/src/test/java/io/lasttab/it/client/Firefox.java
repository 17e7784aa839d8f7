package io.lasttab.it.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Debian's Firefox ESR, by Marionette: the driver that others use, geckodriver, is not among Debian's packages. */
record Firefox(RemoteWebDriver driver, Marionette marionette, Process started) implements Driven {
    private static final Duration START = Duration.ofSeconds(60);

    static Driven start() {
        Path profile = Profile.create();
        Path portFile = profile.resolve("MarionetteActivePort");
        try {
            Files.writeString(profile.resolve("user.js"), preferences());
            Process process = new ProcessBuilder(
                            "/usr/bin/firefox-esr",
                            "--headless",
                            "--no-remote",
                            "--marionette",
                            // For what belongs to the browser itself, such as its cookies and its console.
                            "--remote-allow-system-access",
                            "--profile",
                            profile.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await("Firefox to start").atMost(START).until(() -> Files.exists(portFile) && Files.size(portFile) > 0);
            Marionette marionette = Marionette.connect(
                    Integer.parseInt(Files.readString(portFile).trim()));
            return new Firefox(new RemoteWebDriver(marionette, new MutableCapabilities()), marionette, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside those that Marionette sets itself, which keep the browser from asking for anything outside. */
    private static String preferences() {
        return """
                user_pref('marionette.port', 0);
                user_pref('browser.shell.checkDefaultBrowser', false);
                user_pref('datareporting.policy.dataSubmissionEnabled', false);
                user_pref('network.captive-portal-service.enabled', false);
                user_pref('network.connectivity-service.enabled', false);
                """;
    }

    @Override
    public ProcessHandle process() {
        return started.toHandle();
    }

    /** Errors of scripts; unlike Chromium it does not count answers with an error's status among them. */
    @Override
    public List<String> complaints() {
        Object found = marionette.inBrowser("""
                const errors = Services.console.getMessageArray()
                  .filter(m => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag))
                  .filter(m => m.sourceName.startsWith('http'))
                  .map(m => m.errorMessage + ' ' + m.sourceName);
                Services.console.reset();
                return errors;
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    @Override
    public void bringToFront() {
        marionette.bringToFront(driver.getWindowHandle());
    }

    @Override
    public boolean forget() {
        marionette.inBrowser("Services.cookies.removeAll(); Services.cache2.clear();");
        return true;
    }

    @Override
    public void quit() {
        marionette.close();
        // Its launcher is the parent of the real one.
        started.descendants().forEach(ProcessHandle::destroy);
        started.destroy();
    }
}
