package io.lasttab.it.client;

/** The kinds of browser that the scenarios are driven in, as Debian packages them. */
public enum Engine {
    CHROMIUM("Chromium"),
    FIREFOX("Firefox ESR"),
    WEBKIT("WebKitGTK");

    private final String product;

    Engine(String product) {
        this.product = product;
    }

    /** As people call it. */
    public String product() {
        return product;
    }

    Driven start() {
        return switch (this) {
            case CHROMIUM -> Chromium.start();
            case FIREFOX -> Firefox.start();
            case WEBKIT -> WebKit.start();
        };
    }

    /** One whose user is asked whether to leave a page. */
    Driven startAsked() {
        return this == CHROMIUM ? Chromium.startAsked() : start();
    }
}
