package io.lasttab.it.scenario;

import static io.lasttab.it.client.Engine.FIREFOX;
import static io.lasttab.it.client.Engine.WEBKIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Elsewhere;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;
import java.util.List;
import java.util.Map;

/** When someone means harm, or nothing can be known. */
class HarmIT {
    @Scenario(
            number = 26,
            when = "other sites send messages with the user's cookie: by fetch, beacon, form and image",
            promised = "alive, no page counted; closed: ended in time")
    void otherSitesEndNothing(Server server, Engine engine, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open();
                Browser browser = Browser.start(engine)) { // refusals show on the console
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            String address = server.url("__lasttab/page");
            for (String url : List.of(elsewhere.url(), elsewhere.onTheSameSite())) {
                Tab harm = browser.open(url);
                for (String kind : List.of("hello", "bye")) {
                    String message = kind + " 0123456789abcdef0123456789abcdef 1";
                    harm.run(
                            "fetch('" + address + "', {method: 'POST', mode: 'no-cors', credentials: 'include', body: '"
                                    + message + "'}); navigator.sendBeacon('" + address + "', '" + message + "');"
                                    + "new Image().src = '" + address + "?" + message + "'");
                }
                harm.run("const f = document.createElement('form'); f.method = 'post'; f.enctype = 'text/plain';"
                        + " f.action = '" + address + "'; const i = document.createElement('input');"
                        + " i.name = 'bye 0123456789abcdef0123456789abcdef 2'; f.append(i); document.body.append(f);"
                        + " setTimeout(() => f.submit(), 500)");
                witness.alive(story);
                harm.close();
            }
            assertThat(story.openPages()).isEqualTo(1);
            witness.endsByBye(story, tab.close());
        }
    }

    @Scenario(
            number = 28,
            when = "scripts are switched off; the tab is closed",
            promised = "alive: never ended early",
            notDriven = @NotDriven(engines = WEBKIT, because = "its driver needs scripts itself"))
    void aPageWithoutScriptsEndsNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open("about:blank");
            if (engine == FIREFOX) {
                browser.inFirefox("Services.prefs.setBoolPref('javascript.enabled', false)");
            } else {
                browser.tell("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            }
            tab.go(server.url("index.jsp"));
            SessionStory story = SessionStory.of(server, tab.session());
            tab.close();
            witness.alive(story);
            assertThat(story.openPages()).isZero();
        }
    }

    @Scenario(
            number = 28,
            when = "the page's policy forbids scripts; the tab is closed",
            promised = "alive: never ended early")
    void aPolicyAgainstScriptsEndsNothing(Server server, Engine engine, Witness witness) {
        speechless(server, engine, witness, "script-src%20'none'");
    }

    @Scenario(
            number = 28,
            when = "the page's policy forbids connections; the tab is closed",
            promised = "alive: never ended early")
    void aPolicyAgainstConnectionsEndsNothing(Server server, Engine engine, Witness witness) {
        speechless(server, engine, witness, "connect-src%20'none'");
    }

    private static void speechless(Server server, Engine engine, Witness witness, String policy) {
        try (Browser browser = Browser.start(engine)) { // refusals show on the console
            Tab tab = browser.open(server.url("policy.jsp?policy=" + policy));
            SessionStory story = SessionStory.of(server, tab.session());
            tab.close();
            witness.alive(story);
            assertThat(story.openPages()).isZero();
        }
    }

    @Scenario(
            number = 28,
            when = "an extension blocks the messages; the tab is closed",
            promised = "alive: never ended early",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "no command blocks an address"))
    void blockedMessagesEndNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open("about:blank");
            browser.tell("Network.enable", Map.of());
            browser.tell("Network.setBlockedURLs", Map.of("urls", List.of("*/__lasttab/page")));
            tab.go(server.url("index.jsp"));
            SessionStory story = SessionStory.of(server, tab.session());
            tab.close();
            witness.alive(story);
            assertThat(story.openPages()).isZero();
        }
    }
}
