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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A real browser with a cookie jar of its own. One blank tab stays open: the browser itself is never closed. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** By 410 a page learns that its session is gone, and Chromium shows every such status on the console. */
    private static final Predicate<String> SESSION_GONE = Pattern.compile(
                    "/__lasttab/page - Failed to load resource: .* 410 ")
            .asPredicate();

    private final Engine engine;
    private final Driven driven;
    private final RemoteWebDriver driver;
    private final String blank;
    private final List<String> console = new ArrayList<>();
    private boolean closed;

    private Browser(Engine engine, Driven driven) {
        this.engine = engine;
        this.driven = driven;
        this.driver = driven.driver();
        this.blank = driver.getWindowHandle();
    }

    /** A new one, for the caller alone, who closes it. */
    public static Browser start(Engine engine) {
        return new Browser(engine, engine.start());
    }

    /** The same, and its user is asked whether to leave a page ({@link Tab#stay}). */
    public static Browser startAsked(Engine engine) {
        return new Browser(engine, engine.startAsked());
    }

    public Engine engine() {
        return engine;
    }

    /** The browser's first process. */
    public ProcessHandle process() {
        return driven.process();
    }

    /** Opens an address in a new tab; what it shows is loaded when this returns. */
    public Tab open(String url) {
        driver.switchTo().window(blank);
        driver.switchTo().newWindow(WindowType.TAB);
        Tab tab = tab(driver.getWindowHandle());
        tab.go(url);
        return tab;
    }

    /** The tab that something other than {@link #open} has opened beside these. */
    public Tab openedBeside(Tab... known) {
        Set<String> handles = new HashSet<>();
        await("another tab to open").atMost(PATIENCE).until(() -> {
            handles.clear();
            handles.addAll(driver.getWindowHandles());
            handles.remove(blank);
            Stream.of(known).map(Tab::handle).forEach(handles::remove);
            return handles.size() == 1;
        });
        return tab(handles.iterator().next());
    }

    private Tab tab(String handle) {
        return new Tab(this, driver, handle);
    }

    /** Shows the blank tab, so that all others are hidden. */
    public void showBlankTab() {
        driver.switchTo().window(blank);
        driven.bringToFront();
    }

    /** Says something to the browser by Chromium's own protocol, about the tab used last. */
    public Object tell(String command, Map<String, Object> parameters) {
        return ((HasCdp) driver).executeCdpCommand(command, parameters);
    }

    /** Runs a script with Firefox's own rights. */
    public Object inFirefox(String script) {
        return ((Firefox) driven).marionette().inBrowser(script);
    }

    /** What pages have complained about, network errors included. */
    public List<String> consoleErrors() {
        readConsole();
        return List.copyOf(console);
    }

    /** The driver tells the lines of the tab in use, and only as long as it is open. */
    void readConsole() {
        driven.complaints().stream().filter(SESSION_GONE.negate()).forEach(console::add);
    }

    void afterClosing(String handle) {
        driver.switchTo().window(blank);
        await("the tab to be gone").atMost(PATIENCE).until(() -> !driver.getWindowHandles()
                .contains(handle));
    }

    /** Makes it as new: no tab but the blank one, no cookie, no cache. False if that cannot be. */
    boolean clear() {
        Set<String> handles = new HashSet<>(driver.getWindowHandles());
        handles.remove(blank);
        for (String handle : handles) {
            driver.switchTo().window(handle).close();
        }
        driver.switchTo().window(blank);
        if (!driven.forget()) {
            return false;
        }
        readConsole();
        console.clear();
        assertThat(driver.getWindowHandles()).containsExactly(blank);
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            driven.quit();
        }
    }
}
