package io.lasttab.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A real browser with a cookie jar of its own. One blank tab stays open: the browser itself is never closed. */
public final class Browser {
    /** By 410 a page learns that its session is gone, and Chromium shows every such status on the console. */
    private static final Predicate<String> SESSION_GONE = Pattern.compile(
                    "/__lasttab/page - Failed to load resource: .* 410 ")
            .asPredicate();

    private final ChromeDriver driver;
    private final String blank;
    private final List<String> console = new ArrayList<>();

    Browser(ChromeDriver driver) {
        this.driver = driver;
        this.blank = driver.getWindowHandle();
    }

    /** Opens an address in a new tab; what it shows is loaded when this returns. */
    public Tab open(String url) {
        driver.switchTo().window(blank);
        driver.switchTo().newWindow(WindowType.TAB);
        Tab tab = new Tab(this, driver, driver.getWindowHandle());
        tab.go(url);
        return tab;
    }

    /** What pages have complained about, network errors included. */
    public List<String> consoleErrors() {
        readConsole();
        return List.copyOf(console);
    }

    /** The driver tells the lines of the tab in use, and only as long as it is open. */
    void readConsole() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !SESSION_GONE.test(entry.getMessage())) {
                console.add(entry.getMessage());
            }
        }
    }

    void afterClosing(String handle) {
        driver.switchTo().window(blank);
        await("the tab to be gone").atMost(Duration.ofSeconds(10)).until(() -> !driver.getWindowHandles()
                .contains(handle));
    }

    /** As new: no tab but the blank one, no cookie, no cache. */
    void clear() {
        Set<String> handles = new HashSet<>(driver.getWindowHandles());
        handles.remove(blank);
        for (String handle : handles) {
            driver.switchTo().window(handle).close();
        }
        driver.switchTo().window(blank);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        readConsole();
        console.clear();
        assertThat(driver.getWindowHandles()).containsExactly(blank);
    }

    void quit() {
        driver.quit();
    }
}
