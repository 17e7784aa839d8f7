package io.lasttab.it.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A tab of a browser, and what a user does with it. */
public final class Tab {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SPOKEN =
            "return performance.getEntriesByType('resource').some(e => e.name.endsWith('/__lasttab/page'))";

    private final Browser browser;
    private final RemoteWebDriver driver;
    private final String handle;

    Tab(Browser browser, RemoteWebDriver driver, String handle) {
        this.browser = browser;
        this.driver = driver;
        this.handle = handle;
    }

    /** Types an address. */
    public void go(String url) {
        use().get(url);
    }

    public void reload() {
        use().navigate().refresh();
    }

    /** Reloads without waiting for what comes, as an impatient user does. */
    public void hitReload() {
        use().executeScript("setTimeout(() => location.reload(), 0)");
    }

    /** Clicks and waits until the page that comes is titled so. */
    public void click(String id, String title) {
        use().findElement(By.id(id)).click();
        await(title + " to come").atMost(PATIENCE).until(() -> title.equals(use().getTitle()));
    }

    /** Types into a field. */
    public void type(String id, String text) {
        use().findElement(By.id(id)).sendKeys(text);
    }

    /** The session that the page shown was made for. */
    public String session() {
        return use().findElement(By.id("session")).getText();
    }

    /** Waits until the page shown has been heard by the server. */
    public Tab awaitHello() {
        await("the page to say hello").atMost(PATIENCE).until(() -> Boolean.TRUE.equals(use().executeScript(SPOKEN)));
        return this;
    }

    /** Whether the page shown came from the browser's cache after the server was asked: of the answer only the head counts. */
    public boolean isRevalidatedCopy() {
        return Boolean.TRUE.equals(use().executeScript("const n = performance.getEntriesByType('navigation')[0];"
                + " return n.transferSize > 0 && n.transferSize < n.encodedBodySize"));
    }

    /** Closes the tab; its bye left within the interval given back, and may come a little later. */
    public Moment close() {
        use();
        browser.readConsole();
        long before = System.currentTimeMillis();
        driver.close();
        Moment closed = new Moment(before, System.currentTimeMillis());
        browser.afterClosing(handle);
        return closed;
    }

    /** Hides its window, with all tabs. */
    public void minimize() {
        use().manage().window().minimize();
    }

    /** Shows its window. */
    public void maximize() {
        use().manage().window().maximize();
    }

    /** Clicks without waiting for anything. */
    public void click(String id) {
        use().findElement(By.id(id)).click();
    }

    /** As users do who want another tab. */
    public void clickInTheMiddle(String id) {
        PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
        int middle = PointerInput.MouseButton.MIDDLE.asArg();
        use().perform(List.of(new Sequence(mouse, 0)
                .addAction(mouse.createPointerMove(
                        Duration.ZERO, PointerInput.Origin.fromElement(driver.findElement(By.id(id))), 0, 0))
                .addAction(mouse.createPointerDown(middle))
                .addAction(mouse.createPointerUp(middle))));
    }

    /** Prints the page, to nobody. */
    public void print() {
        use().print(new PrintOptions());
    }

    /** Runs a script in the page as one of its own. */
    public Object run(String script) {
        return use().executeScript(script);
    }

    /** Waits until a script in the page returns true. */
    public Tab awaitThat(String what, String script) {
        await(what).atMost(PATIENCE).ignoreExceptions().until(() -> Boolean.TRUE.equals(run("return " + script)));
        return this;
    }

    /** Waits to be asked whether to leave the page, and stays. */
    public void stay() {
        await("to be asked whether to leave")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> {
                    use().switchTo().alert().dismiss();
                    return true;
                });
    }

    public void back() {
        use().navigate().back();
    }

    public void forward() {
        use().navigate().forward();
    }

    String handle() {
        return handle;
    }

    private RemoteWebDriver use() {
        driver.switchTo().window(handle);
        return driver;
    }
}
