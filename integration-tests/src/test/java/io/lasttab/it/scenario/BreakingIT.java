package io.lasttab.it.scenario;

import static io.lasttab.it.client.Engine.FIREFOX;
import static io.lasttab.it.client.Engine.WEBKIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Signal;
import io.lasttab.it.client.Tab;
import io.lasttab.it.client.Wire;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/** When things break. */
class BreakingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEYOND_LOST = Promise.LOST.plusSeconds(5);
    private static final Duration WITHIN_LOST =
            Promise.LOST.minus(Promise.ALIVE).minusSeconds(2);

    @Scenario(number = 15, when = "the browser is killed (SIGKILL)", promised = "ended by silence in time")
    void aKilledBrowserFallsSilent(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            Signal.KILL.sendTo(browser.process());
            witness.endsBySilence(story, new Moment(before, System.currentTimeMillis()));
        }
    }

    @Scenario(
            number = 15,
            when = "the browser is told to end (SIGTERM)",
            promised = "ended, by its bye or by silence, not before the grace")
    void aTerminatedBrowserEndsTheSession(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            Signal.TERM.sendTo(browser.process());
            long end = story.awaitEnd();
            assertThat(end - before).isGreaterThanOrEqualTo(Promise.GRACE.toMillis());
            witness.saw("ended");
        }
    }

    @Scenario(
            number = 15,
            when = "the process of the only tab crashes",
            promised = "ended by silence in time",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "no command tells which of its processes is the tab's"))
    void aCrashedTabFallsSilent(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            try {
                browser.tell("Page.crash", Map.of());
            } catch (WebDriverException crashed) {
                assertThat(crashed).hasMessageContaining("crash");
            }
            witness.endsBySilence(story, new Moment(before, System.currentTimeMillis()));
        }
    }

    @Scenario(
            number = 16,
            when = "the client sleeps (SIGSTOP) for less than `grace.lost`, and wakes",
            promised = "alive; closed: ended in time")
    void aShortSleepLosesNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            Signal.STOP.sendTo(browser.process());
            try {
                story.staysAlive(WITHIN_LOST);
            } finally {
                Signal.CONT.sendTo(browser.process());
            }
            witness.alive(story, Promise.LOST);
            witness.endsByBye(story, tab.close());
        }
    }

    @Scenario(
            number = 16,
            when = "the client sleeps (SIGSTOP) for longer than `grace.lost`, and wakes",
            promised = "ended by silence in time; the page knows it when it wakes; a reload works")
    void aLongSleepEndsTheSession(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            Signal.STOP.sendTo(browser.process());
            try {
                witness.endsBySilence(story, new Moment(before, System.currentTimeMillis()));
            } finally {
                Signal.CONT.sendTo(browser.process());
            }
            tab.awaitThat("the page to know", "lasttab.state === 'expired'");
            tab.reload();
            assertThat(tab.awaitHello().session()).isNotEqualTo(story.session());
            witness.saw("reloaded");
        }
    }

    @Scenario(
            number = 18,
            when = "the tab is frozen for longer than `grace.lost`, and shown again",
            promised = "ended by silence in time; the page knows it when it wakes; a reload works",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "no command freezes a tab"))
    void aFrozenTabFallsSilent(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            browser.tell("Page.setWebLifecycleState", Map.of("state", "frozen"));
            witness.endsBySilence(story, new Moment(before, System.currentTimeMillis()));
            browser.tell("Page.setWebLifecycleState", Map.of("state", "active"));
            tab.awaitThat("the page to know", "lasttab.state === 'expired'");
            tab.reload();
            assertThat(tab.awaitHello().session()).isNotEqualTo(story.session());
            witness.saw("reloaded");
        }
    }

    @Scenario(number = 19, when = "the network is gone when the tab is closed", promised = "ended by silence in time")
    void aByeThatIsLostIsReplacedBySilence(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine);
                Wire wire = Wire.to(server.port())) {
            Tab tab = browser.open("http://127.0.0.1:" + wire.port() + "/" + Server.PROBE + "/index.jsp")
                    .awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            wire.close();
            tab.close();
            witness.endsBySilence(story, new Moment(before, System.currentTimeMillis()));
        }
    }

    @Scenario(
            number = 21,
            when = "the server is stopped (SIGSTOP) for longer than `grace.lost` with a page open",
            promised = "alive; closed: ended in time")
    void nobodyIsEndedForAServerHeldUp(Engine engine, Witness witness) {
        try (Server server = Servers.forOneScenario(witness.target(), "stopped-" + engine);
                Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            Signal.STOP.sendTo(server.process());
            try {
                await().pollDelay(BEYOND_LOST)
                        .atMost(BEYOND_LOST.plus(PATIENCE))
                        .until(() -> true);
            } finally {
                Signal.CONT.sendTo(server.process());
            }
            witness.alive(story, Promise.LOST.plusSeconds(2));
            witness.endsByBye(story, tab.close());
        }
    }

    @Scenario(
            number = 22,
            when = "a page stays open and says nothing but that it is there, for the application's own timeout",
            promised = "ended by the container: pages do not extend a session")
    void anOpenPageDoesNotExtendTheSession(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("idle.jsp?seconds=10")).awaitHello();
        witness.ends(SessionStory.of(server, tab.session()));
    }

    @Scenario(
            number = 23,
            when = "one tab waits for an answer that takes several graces; the other, all that is open, is closed",
            promised = "alive until the answer is there; closed: ended in time")
    void aRunningRequestKeepsTheSession(Server server, Browser browser, Witness witness) {
        Tab other = browser.open(server.url("index.jsp")).awaitHello();
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.run("setTimeout(() => location = 'slow.jsp?ms=" + Promise.SEVERAL_GRACES.toMillis() + "', 0)");
        other.close();
        tab.awaitThat("the answer", "document.title === 'Slow'").awaitHello();
        witness.alive(story, Promise.GRACE);
        witness.endsByBye(story, tab.close());
    }
}
