package io.lasttab.it.client;

import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/** As many browsers as tests run at a time: starting one costs seconds, so they are cleared and used again. */
public final class Browsers implements AutoCloseable {
    private final Map<Engine, Deque<Browser>> idle = new ConcurrentHashMap<>();
    private final Queue<Browser> all = new ConcurrentLinkedQueue<>();

    public Browser take(Engine engine) {
        Browser browser = idle(engine).poll();
        return browser == null ? start(engine) : browser;
    }

    /** One that broke, or cannot be made as new, is not used again. */
    public void giveBack(Browser browser) {
        if (browser.clear()) {
            idle(browser.engine()).push(browser);
        } else {
            browser.close();
        }
    }

    private Browser start(Engine engine) {
        Browser browser = Browser.start(engine);
        all.add(browser);
        return browser;
    }

    private Deque<Browser> idle(Engine engine) {
        return idle.computeIfAbsent(engine, key -> new ConcurrentLinkedDeque<>());
    }

    @Override
    public void close() {
        all.forEach(Browser::close);
    }
}
