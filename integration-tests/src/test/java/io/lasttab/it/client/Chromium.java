package io.lasttab.it.client;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, by its own driver. */
record Chromium(ChromeDriver driver, ProcessHandle process) implements Driven {
    /** Else its driver answers for the user, who leaves; it does so unless it speaks WebDriver BiDi as well. */
    static Driven startAsked() {
        ChromeOptions options = options();
        options.setCapability("webSocketUrl", true);
        options.setCapability("unhandledPromptBehavior", Map.of("default", "ignore", "beforeUnload", "ignore"));
        return start(options);
    }

    static Driven start() {
        return start(options());
    }

    private static Driven start(ChromeOptions options) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        long id = ((Number) driver.getCapabilities().getCapability("goog:processID")).longValue();
        return new Chromium(driver, ProcessHandle.of(id).orElseThrow());
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Profile.create());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    @Override
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        return complaints;
    }

    @Override
    public void bringToFront() {
        driver.executeCdpCommand("Page.bringToFront", Map.of());
    }

    @Override
    public boolean forget() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        return true;
    }

    @Override
    public void quit() {
        driver.quit();
    }
}
