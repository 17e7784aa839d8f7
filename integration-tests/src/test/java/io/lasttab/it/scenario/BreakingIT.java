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
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/** When things break. */
class BreakingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEPT = "kept";
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
            number = 17,
            when =
                    "on a telephone, another program is used for two graces, and the screen is locked for almost `grace.lost`",
            promised = "alive; closed: ended in time",
            notDriven = {
                @NotDriven(engines = FIREFOX, because = "no command freezes a tab; hidden it is in 3, asleep in 16"),
                @NotDriven(engines = WEBKIT, because = "no command freezes a tab; hidden it is in 3, asleep in 16")
            })
    void aTelephoneThatIsLockedLosesNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            // Its driver has every tab behave as if it were in front.
            browser.tell("Emulation.setFocusEmulationEnabled", Map.of("enabled", false));
            tab.minimize();
            tab.awaitThat("to be hidden", "document.hidden");
            story.staysAlive(Promise.GRACE.multipliedBy(2));
            browser.tell("Page.setWebLifecycleState", Map.of("state", "frozen"));
            story.staysAlive(WITHIN_LOST);
            browser.tell("Page.setWebLifecycleState", Map.of("state", "active"));
            tab.maximize();
            tab.awaitThat("to be shown", "!document.hidden");
            witness.alive(story, Promise.LOST);
            witness.endsByBye(story, tab.close());
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

    /** Nothing in it is an engine's own. */
    @Scenario(
            number = 19,
            when =
                    "the server is restarted with two tabs open, of which one is closed meanwhile and the other afterwards",
            promised =
                    "a session that is kept: by the unseen tab until `grace.lost` is over; one that is not: a new one, ended in time",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "the server is what matters"))
    void aRestartOfTheServerLeavesNothingBehind(Engine engine, Witness witness) {
        try (Server first = Servers.forOneScenario(witness.target(), "restarted");
                Browser browser = Browser.start(engine)) {
            first.deployKeepingSessions(KEPT);
            Tab tab = browser.open(first.url(KEPT, "index.jsp")).awaitHello();
            Tab other = browser.open(first.url(KEPT, "index.jsp")).awaitHello();
            String session = other.session();
            try (Server second = first.restart(tab::close)) {
                SessionStory story = SessionStory.of(second, KEPT, session);
                await("the open tab to be heard")
                        .atMost(PATIENCE)
                        .ignoreExceptions() // of an application that is not known yet
                        .until(() -> story.openPages() == 1
                                || other.run("return lasttab.state").equals("expired"));
                if (story.openPages() == 1) {
                    other.close();
                    story.awaitEnd();
                    assertThat(story.cause()).as("though both tabs were closed").isEqualTo("ORPHANED_LOST");
                    witness.saw("kept, ended as ORPHANED_LOST");
                } else {
                    other.reload();
                    SessionStory next =
                            SessionStory.of(second, KEPT, other.awaitHello().session());
                    assertThat(next.session()).isNotEqualTo(session);
                    witness.saw("a new one");
                    witness.endsByBye(next, other.close());
                }
                assertThat(second.log().problems()).isEmpty();
            }
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

    @Scenario(
            number = 23,
            when = "an upload takes several graces; the tab that has begun it, all that is open, is closed",
            promised = "alive until the upload is over; then ended in time")
    void anUploadKeepsTheSession(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        long before = System.currentTimeMillis();
        tab.run("fetch('upload?ms=" + Promise.SEVERAL_GRACES.toMillis()
                + "', {method: 'POST', keepalive: true, body: 'x'.repeat(50000)})");
        await("the upload to begin").atMost(PATIENCE).until(() -> !story.times("upload")
                .isEmpty());
        tab.close();
        story.awaitEnd();
        List<Long> uploaded = story.times("uploaded");
        assertThat(uploaded).as("the upload went on without its tab").hasSize(1);
        assertThat(uploaded.get(0) - before).isGreaterThanOrEqualTo(Promise.SEVERAL_GRACES.toMillis());
        witness.saw("alive");
        story.endsInTimeAfter(new Moment(uploaded.get(0), uploaded.get(0)));
        witness.saw("ended in time as " + story.cause());
    }

    @Scenario(
            number = 23,
            when =
                    "a page listens to its server (EventSource) and says nothing else for longer than `grace.lost`; then it stops",
            promised = "alive as long as it listens; ended by silence in time")
    void aStreamKeepsTheSession(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.run("for (let id = 0; id < 1000; id++) clearInterval(id);"
                + " window.stream = new EventSource('stream?ms=60000')");
        tab.awaitThat("the stream", "stream.readyState === 1");
        witness.alive(story, BEYOND_LOST);
        long before = System.currentTimeMillis();
        tab.run("stream.close()");
        long after = System.currentTimeMillis();
        long end = story.awaitEnd();
        assertThat(end - before).isGreaterThanOrEqualTo(Promise.LOST.toMillis());
        assertThat(end - after)
                .isLessThanOrEqualTo(
                        Promise.LOST.plus(Promise.BYE_LAG).plus(Promise.SLACK).toMillis());
        assertThat(story.cause()).isEqualTo("ORPHANED_LOST");
        witness.saw("ended in time as ORPHANED_LOST");
    }
}
