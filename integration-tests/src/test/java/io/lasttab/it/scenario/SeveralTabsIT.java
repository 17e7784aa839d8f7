package io.lasttab.it.scenario;

import static io.lasttab.it.client.Engine.FIREFOX;
import static io.lasttab.it.client.Engine.WEBKIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;
import java.time.Duration;

/** Tabs beside each other, of which not all speak for the same session, or for any. */
class SeveralTabsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So that a page speaks only when something happens to it. */
    private static final String STOP_TIMERS = "for (let id = 0; id < 1000; id++) clearInterval(id)";

    @Scenario(
            number = 5,
            when = "`window.open` and a middle click open a tab each; the first two are closed",
            promised = "alive; the last closed too: ended in time",
            notDriven = @NotDriven(engines = WEBKIT, because = "under its driver pages open no tabs, not explained"))
    void tabsThatAPageOpensArePagesOfTheirOwn(Server server, Browser browser, Witness witness) {
        Tab first = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, first.session());
        first.run("setTimeout(() => window.open('next.jsp'), 0)");
        Tab second = browser.openedBeside(first).awaitThat("the page", "document.title === 'Next'");
        second.awaitHello();
        first.clickInTheMiddle("next");
        Tab third = browser.openedBeside(first, second).awaitThat("the page", "document.title === 'Next'");
        third.awaitHello();
        await("three pages").atMost(PATIENCE).until(() -> story.openPages() == 3);
        first.close();
        second.close();
        witness.alive(story);
        witness.endsByBye(story, third.close());
    }

    /** Before there was a session its page was not heard of, and afterwards it has nothing to tell before its next alive. */
    @Scenario(
            number = 13,
            when = "a page without a session is open; a session begins in another tab, which is closed at once",
            promised = "alive by the first tab; closed too: ended in time")
    void aPageIsOfTheSessionThatBeginsInAnotherTab(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("cached.jsp")).awaitHello();
        tab.run(STOP_TIMERS);
        Tab other = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, other.session());
        other.close();
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 14,
            when = "two applications, a tab each; the first is closed",
            promised = "the first ended in time; the second alive; closed too: ended in time")
    void applicationsEndOneByOne(Server server, Engine engine, Browser browser, Witness witness) {
        String twin = "twin-" + engine.name().toLowerCase(java.util.Locale.ROOT);
        server.deploy(twin);
        try {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            Tab other = browser.open(server.url(twin, "index.jsp")).awaitHello();
            SessionStory twinStory = SessionStory.of(server, twin, other.session());
            witness.endsByBye(story, tab.close());
            witness.alive(twinStory);
            witness.endsByBye(twinStory, other.close());
        } finally {
            server.undeploy(twin);
        }
    }

    @Scenario(
            number = 29,
            when = "one tab shows a text, which cannot have the tag; the other, all that speaks, is closed",
            promised = "alive by the text; ended by silence when `grace.lost` is over")
    void whatCannotSpeakCountsUntilItIsSilentForTooLong(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) { // that a text has no icon shows on the console
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            browser.open(server.url("words.txt"));
            tab.close();
            long end = story.awaitEnd();
            assertThat(end - before).isGreaterThanOrEqualTo(Promise.LOST.toMillis());
            assertThat(story.cause()).isEqualTo("ORPHANED_LOST");
            witness.saw("alive, ended as ORPHANED_LOST");
        }
    }

    @Scenario(
            number = 9,
            when = "the page's source is shown in another tab, and closed",
            promised = "alive; the page closed too: ended",
            notDriven = {
                @NotDriven(engines = FIREFOX, because = "its driver opens no such address"),
                @NotDriven(engines = WEBKIT, because = "has no such address")
            })
    void lookingAtThePagesSourceEndsNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.start(engine)) { // that a source has no icon shows on the console
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            browser.open("view-source:" + server.url("index.jsp")).close();
            witness.alive(story);
            assertThat(story.openPages()).isEqualTo(1);
            tab.close();
            witness.ends(story);
        }
    }
}
