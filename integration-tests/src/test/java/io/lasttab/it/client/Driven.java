package io.lasttab.it.client;

import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A running browser: what is done with each kind in a way of its own. */
interface Driven {
    RemoteWebDriver driver();

    /** The browser's first process, whose end is the browser's. */
    ProcessHandle process();

    /** Shows the tab in use, so that those behind it are hidden. */
    void bringToFront();

    /** What the pages of the tab in use have complained about since this was asked last. */
    List<String> complaints();

    /** Drops the cookies and what else is kept for the next visit; false if this one cannot. */
    boolean forget();

    void quit();
}
