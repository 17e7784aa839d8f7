package io.lasttab.it.scenario;

import static io.lasttab.it.client.Engine.CHROMIUM;
import static io.lasttab.it.client.Engine.FIREFOX;
import static io.lasttab.it.client.Engine.WEBKIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Elsewhere;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Moment;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Server;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How users come and go. Of 8 only what a page of the application does; the way back and the redirects are in SentAwayIT and RedirectedAwayIT. */
class ComingAndGoingIT {
    private static final Duration STORM = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEYOND_BOOT = Promise.BOOT.plus(Promise.GRACE).plusSeconds(1);

    @Scenario(number = 1, when = "the only tab is closed", promised = "ended in time")
    void closingTheOnlyTabEndsTheSession(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 2,
            when = "reload every 0.3 s, then an answer that takes two graces",
            promised = "alive; closed: ended in time")
    void reloadsAndSlowAnswersEndNothing(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        await("the storm to pass")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .during(STORM)
                .atMost(STORM.plusSeconds(30))
                .ignoreExceptions() // of a driver that asks a page which is just going
                .until(() -> {
                    tab.hitReload();
                    return !story.ended();
                });
        tab.awaitThat("the last reload", "document.readyState === 'complete' && !!document.getElementById('slow')");
        tab.awaitHello().click("slow", "Slow");
        witness.alive(story);
        witness.endsByBye(story, tab.awaitHello().close());
    }

    @Scenario(
            number = 3,
            when = "three tabs; two are closed, the third is hidden for longer than `grace.lost`",
            promised = "alive; closed too: ended in time")
    void aHiddenTabKeepsTheSession(Server server, Browser browser, Witness witness) {
        Tab first = browser.open(server.url("index.jsp")).awaitHello();
        Tab second = browser.open(server.url("next.jsp")).awaitHello();
        Tab third = browser.open(server.url("next.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, third.session());
        if (browser.engine() == CHROMIUM) {
            // Its driver has every tab behave as if it were in front.
            browser.tell("Emulation.setFocusEmulationEnabled", Map.of("enabled", false));
        }
        third.run("document.addEventListener('visibilitychange', () => window.wasHidden |= document.hidden)");
        browser.showBlankTab();
        first.close();
        second.close();
        browser.showBlankTab();
        witness.alive(story, Promise.LOST.plusSeconds(3));
        // Only now, as some drivers show a tab that they ask.
        boolean hidden = Boolean.TRUE.equals(third.run("return document.hidden || !!window.wasHidden"));
        witness.saw(hidden ? "was hidden" : "was visible");
        witness.endsByBye(story, third.close());
    }

    @Scenario(
            number = 4,
            when = "link, form GET and POST, `location=`, redirect inside the site and over another origin and back",
            promised = "alive, one session; closed: ended in time")
    void goingAboutTheSiteEndsNothing(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            tab.click("next", "Next");
            tab.awaitHello().click("back", "Index");
            tab.awaitHello().click("get-send", "Next");
            tab.awaitHello().click("post-send", "Next");
            tab.awaitHello().click("bounce", "Next");
            tab.awaitHello().run("location = 'index.jsp'");
            tab.awaitThat("the page", "document.title === 'Index'").awaitHello();
            tab.run("location = '" + elsewhere.redirectTo(server.url("next.jsp")) + "'");
            tab.awaitThat("the page", "document.title === 'Next'").awaitHello();
            witness.alive(story);
            assertThat(story.times("created")).hasSize(1);
            assertThat(tab.session()).isEqualTo(story.session());
            witness.endsByBye(story, tab.close());
        }
    }

    @Scenario(
            number = 5,
            when = "a link opens a tab, which copies what is stored by tab; the first is closed",
            promised = "alive; the other closed too: ended in time",
            notDriven =
                    @NotDriven(
                            engines = WEBKIT,
                            because = "under its driver a link in a second tab opened none, not explained"))
    void aTabOpenedByAnotherIsAPageOfItsOwn(Server server, Browser browser, Witness witness) {
        Tab opener = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, opener.session());
        opener.run("document.getElementById('next').target = '_blank';"
                + "document.getElementById('next').rel = 'opener'; sessionStorage.setItem('a', 'b')");
        opener.click("next");
        Tab opened = browser.openedBeside(opener).awaitThat("the page", "document.title === 'Next'");
        opened.awaitHello();
        assertThat(opened.run("return sessionStorage.getItem('a')")).isEqualTo("b");
        assertThat(story.openPages()).isEqualTo(2);
        opener.close();
        witness.alive(story);
        witness.endsByBye(story, opened.close());
    }

    @Scenario(
            number = 5,
            when = "a frame of the same site comes and goes",
            promised = "one page; alive; closed: ended in time")
    void aFrameIsNoPageOfItsOwn(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.run("const f = document.createElement('iframe'); f.id = 'f'; f.src = 'next.jsp'; document.body.append(f)");
        tab.awaitThat("the frame", "f.contentDocument.title === 'Next' && !!f.contentWindow.lasttab");
        assertThat(story.openPages()).isEqualTo(1);
        tab.run("f.remove()");
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 6,
            when = "back and forward while the session lives",
            promised = "restored without a reload, alive; closed: ended in time")
    void aRestoredPageIsOpenAgain(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.run("window.mark = 'same document'");
        // By script: when Firefox's driver clicks, it listens for unload in the page, which keeps it from being
        // restored.
        tab.run("document.getElementById('next').click()");
        tab.awaitThat("the page", "document.title === 'Next'").awaitHello().back();
        tab.awaitThat("the page", "document.title === 'Index'").awaitHello();
        boolean restored = "same document".equals(tab.run("return window.mark"));
        witness.saw(restored ? "restored" : "loaded anew");
        await("one page").atMost(PATIENCE).until(() -> story.openPages() == 1);
        witness.alive(story);
        tab.forward();
        tab.awaitThat("the page", "document.title === 'Next'").awaitHello();
        await("one page").atMost(PATIENCE).until(() -> story.openPages() == 1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 6,
            when = "back after the session has ended",
            promised = "one reload, never a loop; a new session")
    void aPageRestoredTooLateReloadsOnce(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            tab.go(elsewhere.url());
            story.awaitEnd();
            tab.back();
            tab.awaitThat(
                            "another session",
                            "document.getElementById('session').textContent !== '" + story.session() + "'")
                    .awaitHello();
            Object shown = tab.run("return performance.timeOrigin");
            SessionStory next = SessionStory.of(server, tab.session());
            witness.saw(tab.run("return performance.getEntriesByType('navigation')[0].type")
                    .toString());
            witness.alive(next);
            assertThat(tab.run("return performance.timeOrigin"))
                    .as("no further reload")
                    .isEqualTo(shown);
            witness.endsByBye(next, tab.close());
        }
    }

    @Scenario(number = 7, when = "another address is typed", promised = "ended in time")
    void typingAnotherAddressEndsTheSession(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            long before = System.currentTimeMillis();
            tab.go(elsewhere.url());
            witness.endsByBye(story, new Moment(before, System.currentTimeMillis()));
        }
    }

    @Scenario(
            number = 8,
            when = "a page sends its user to another site before scripts can run, by a form and by `location.replace`",
            promised = "alive while the user is there; back and closed: ended")
    void beingSentOnInAHurryEndsNothing(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            String to = URLEncoder.encode(elsewhere.gateway(server.url("index.jsp")), UTF_8);
            for (String by : List.of("form", "replace")) {
                tab.run("location = 'hurry.jsp?by=" + by + "&to=" + to + "'");
                tab.awaitThat("the gateway", "document.title === 'Gateway'");
                witness.alive(story, BEYOND_BOOT);
                tab.click("back-link", "Index");
                tab.awaitHello();
            }
            assertThat(tab.session()).isEqualTo(story.session());
            tab.close();
            witness.ends(story);
        }
    }

    @Scenario(
            number = 8,
            when = "a link in a drawing (SVG) leads to another site",
            promised = "alive while the user is there; back and closed: ended in time")
    void aLinkInADrawingIsALink(Server server, Browser browser, Witness witness) {
        try (Elsewhere elsewhere = Elsewhere.open()) {
            String to = URLEncoder.encode(elsewhere.gateway(server.url("index.jsp")), UTF_8);
            Tab tab = browser.open(server.url("away.jsp?to=" + to)).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            tab.click("drawn", "Gateway");
            witness.alive(story);
            tab.click("back-link", "Index");
            witness.endsByBye(story, tab.awaitHello().close());
        }
    }

    @Scenario(
            number = 9,
            when = "download, an answer 204, `#hash`, `javascript:`",
            promised = "alive: the page never left; closed: ended in time")
    void whatDoesNotLeaveThePageEndsNothing(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.run("window.mark = 'same document'");
        tab.click("anchor");
        follow(tab, "file.jsp", "nothing.jsp", "javascript:void(0)");
        witness.alive(story);
        assertThat(tab.run("return window.mark")).isEqualTo("same document");
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 9,
            when = "`mailto:` and `tel:`",
            promised = "alive: the page never left; closed: ended in time",
            notDriven =
                    @NotDriven(engines = WEBKIT, because = "MiniBrowser knows no other programs and leaves the page"))
    void linksToOtherProgramsEndNothing(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        follow(tab, "mailto:a@example.invalid", "tel:1");
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 9,
            when = "the page is printed",
            promised = "alive: the page never left; closed: ended in time",
            notDriven = @NotDriven(engines = WEBKIT, because = "its driver does not print"))
    void printingEndsNothing(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        tab.print();
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 9,
            when = "the page asks whether to leave it (`beforeunload`), and the user stays",
            promised = "alive: the page never left; closed: ended in time",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "its driver lets nobody be asked"))
    void stayingWhenAskedWhetherToLeaveEndsNothing(Server server, Engine engine, Witness witness) {
        try (Browser browser = Browser.startAsked(engine)) {
            Tab tab = browser.open(server.url("index.jsp")).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            tab.run("window.mark = 'same document'; window.onbeforeunload = e => e.preventDefault()");
            tab.click("anchor"); // nobody is asked by a page that he has not touched
            tab.run("setTimeout(() => location = 'next.jsp', 0)");
            tab.stay();
            witness.alive(story);
            assertThat(tab.run("return window.mark")).isEqualTo("same document");
            assertThat(story.openPages()).isEqualTo(1);
            tab.run("window.onbeforeunload = null");
            witness.endsByBye(story, tab.close());
        }
    }

    /** Clicked by hand: downloads and other programs are for the user to start. */
    private static void follow(Tab tab, String... targets) {
        for (String target : targets) {
            tab.run("document.getElementById('next').href = '" + target + "'");
            tab.click("next");
        }
    }

    @Scenario(
            number = 10,
            when = "a page is prerendered, and shown later",
            promised = "no page until it is shown, then one; closed: ended in time",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "does not prerender"))
    void aPrerenderedPageIsSilentUntilItIsShown(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        fetchAhead(tab, "prerender", "next.jsp");
        // Long enough for it to be prerendered, which is seen when it is shown.
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        tab.click("next");
        // It comes in the place of the tab that it was made for, which the driver holds for another tab.
        await("the page").atMost(PATIENCE).ignoreExceptions().until(() -> "Next"
                .equals(browser.openedBeside().run("return document.title")));
        Tab shown = browser.openedBeside().awaitHello();
        boolean prerendered = Boolean.TRUE.equals(
                shown.run("return performance.getEntriesByType('navigation')[0].activationStart > 0"));
        witness.saw(prerendered ? "shown as prerendered" : "loaded anew");
        await("one page").atMost(PATIENCE).until(() -> story.openPages() == 1);
        witness.endsByBye(story, shown.close());
    }

    @Scenario(
            number = 10,
            when = "a page is prerendered, and never shown",
            promised = "no page; the one that is shown is closed: ended in time",
            notDriven =
                    @NotDriven(
                            engines = {FIREFOX, WEBKIT},
                            because = "does not prerender"))
    void aPrerenderedPageThatIsNeverShownIsNone(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        fetchAhead(tab, "prerender", "ahead.jsp");
        awaitAsked(story);
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 10,
            when = "a page is prefetched, and shown when `grace.boot` is over",
            promised = "no page until it is shown, then one; closed: ended, by silence at the latest",
            notDriven = @NotDriven(engines = WEBKIT, because = "does not prefetch"))
    void aPrefetchedPageIsOneWhenItIsShown(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        prefetch(browser, tab);
        awaitAsked(story);
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        tab.run("document.getElementById('next').href = 'ahead.jsp'");
        tab.click("next", "Ahead");
        tab.awaitHello();
        witness.saw(story.times("asked").size() == 1 ? "shown as prefetched" : "loaded anew");
        await("one page").atMost(PATIENCE).until(() -> story.openPages() == 1);
        tab.close();
        witness.ends(story);
    }

    /** It might be shown at any time, without the server being asked, and lead its user on before its script can run. */
    @Scenario(
            number = 10,
            when = "a page is prefetched, and never shown",
            promised = "no page; the one that is shown is closed: ended, by silence at the latest",
            notDriven = @NotDriven(engines = WEBKIT, because = "does not prefetch"))
    void aPrefetchedPageThatIsNeverShownIsNone(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        prefetch(browser, tab);
        awaitAsked(story);
        witness.alive(story);
        assertThat(story.openPages()).isEqualTo(1);
        tab.close();
        witness.ends(story);
    }

    private static void awaitAsked(SessionStory story) {
        await("the page to be asked for").atMost(PATIENCE).until(() -> !story.times("asked")
                .isEmpty());
    }

    /** Has a page fetched ahead that may be kept. Firefox knows no speculation rules. */
    private static void prefetch(Browser browser, Tab tab) {
        if (browser.engine() == CHROMIUM) {
            fetchAhead(tab, "prefetch", "ahead.jsp");
        } else {
            tab.run("const l = document.createElement('link'); l.rel = 'prefetch'; l.href = 'ahead.jsp';"
                    + " document.head.append(l)");
        }
    }

    private static void fetchAhead(Tab tab, String how, String page) {
        tab.run("const s = document.createElement('script'); s.type = 'speculationrules';"
                + " s.textContent = JSON.stringify({" + how + ": [{source: 'list', urls: ['" + page + "'],"
                + " eagerness: 'immediate'}]}); document.head.append(s)");
    }

    @Scenario(
            number = 11,
            when = "90 changes of the history, and a fragment fetched",
            promised = "one page, the fragment untouched; closed: ended in time")
    void aPageThatOnlyPretendsToChangeIsOne(Server server, Browser browser, Witness witness) {
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, tab.session());
        // WebKit refuses more than a hundred in a while; and no timers, which are slow in a tab that is hidden.
        tab.run("for (let n = 0; n < 90; n++) history.pushState(n, '', '?n=' + n);"
                + " fetch('fragment.jsp').then(r => r.text()).then(text => window.fragment = text)");
        tab.awaitThat("the fragment", "!!window.fragment");
        assertThat(tab.run("return window.fragment").toString()).isEqualToIgnoringNewLines("<p>A fragment.</p>");
        assertThat(tab.run("return history.state === 89")).isEqualTo(true);
        assertThat(story.openPages()).isEqualTo(1);
        witness.alive(story, Promise.GRACE);
        witness.endsByBye(story, tab.close());
    }

    @Scenario(
            number = 12,
            when = "a tab is closed while its page is still loading, before and after the script ran",
            promised = "another page: alive; closed too: ended")
    void aTabClosedWhileLoadingHoldsNothing(Server server, Browser browser, Witness witness) {
        Tab stays = browser.open(server.url("index.jsp")).awaitHello();
        SessionStory story = SessionStory.of(server, stays.session());
        Tab before = browser.open(server.url("index.jsp")).awaitHello();
        before.run("setTimeout(() => location = 'slow.jsp?ms=3000', 0)");
        before.close();
        Tab after = browser.open(server.url("index.jsp")).awaitHello();
        after.run("setTimeout(() => location = 'late.jsp?ms=3000', 0)");
        after.awaitThat("half a page", "document.title === 'Late' && !!window.lasttab");
        after.close();
        witness.alive(story);
        stays.close();
        witness.ends(story);
    }

    @Scenario(
            number = 13,
            when = "login that changes the session's id, with another tab open",
            promised = "alive by the other tab; closed: ended in time")
    void pagesFollowAChangedId(Server server, Browser browser, Witness witness) {
        Tab other = browser.open(server.url("index.jsp")).awaitHello();
        Tab tab = browser.open(server.url("index.jsp")).awaitHello();
        String before = tab.session();
        tab.click("login-send", "Next");
        SessionStory story = SessionStory.of(server, tab.awaitHello().session());
        assertThat(story.session()).isNotEqualTo(before);
        tab.close();
        witness.alive(story);
        witness.endsByBye(story, other.close());
    }

    @Scenario(
            number = 13,
            when = "logout in one of two tabs, and login again in it",
            promised = "the other moves to the new session at its next word and keeps it; closed: ended in time")
    void aPageMovesToTheNewSession(Server server, Browser browser, Witness witness) {
        Tab other = browser.open(server.url("index.jsp")).awaitHello();
        Tab tab = browser.open(server.url("next.jsp")).awaitHello();
        SessionStory first = SessionStory.of(server, tab.session());
        tab.click("logout-send", "Gone");
        first.awaitEnd();
        witness.saw("first ended as " + first.cause());
        tab.go(server.url("next.jsp"));
        SessionStory second = SessionStory.of(server, tab.awaitHello().session());
        await("the other page to speak").atMost(PATIENCE).until(() -> second.openPages() == 2);
        tab.close();
        witness.alive(second);
        witness.endsByBye(second, other.close());
    }
}
