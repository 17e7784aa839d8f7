package io.lasttab.it.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.Promise;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications on frameworks that keep much in the session and talk to it on their own, dropped into a server. */
@Tag("apps")
class FrameworkIT {
    static Stream<Target> servers() {
        return Matrix.newest().stream();
    }

    /** Wicket: stateful pages, a form that redirects to the page it came from, parts renewed by Ajax. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void endsTheSessionOfAWicketApplication(Target target) {
        try (Server server = deployed(target, "wicket");
                Browser browser = Browser.start(Engine.CHROMIUM)) {
            Tab tab = browser.open(server.url("wicket", "")).awaitHello();
            SessionStory story = SessionStory.of(server, "wicket", tab.session());
            tab.type("text", "milk");
            tab.click("send");
            tab.awaitThat("the entry", "document.getElementById('entries').textContent === 'milk'")
                    .awaitHello();
            tab.click("more");
            tab.awaitThat("the count", "document.getElementById('count').textContent === '1'");
            closesAndEnds(server, browser, tab, story);
        }
    }

    /**
     * Not Jetty: from 12.1.9 on it has not the file systems open by which Vaadin looks for its own push script, and that is
     * answered by 500 (vaadin/flow#24283, not in this version).
     */
    static Stream<Target> serversOfVaadin() {
        return servers().filter(target -> target.container().name().startsWith("tomcat-"));
    }

    /** Vaadin: its heartbeats are requests like others, and its push is a connection that lasts as long as the page. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("serversOfVaadin")
    void endsTheSessionOfAVaadinApplicationInSpiteOfItsHeartbeats(Target target) {
        try (Server server = deployed(target, "vaadin");
                Browser browser = Browser.start(Engine.CHROMIUM)) {
            Tab tab = browser.open(server.url("vaadin", "")).awaitHello();
            tab.awaitThat("push", "+document.getElementById('ticks').textContent > 1");
            tab.click("more");
            tab.awaitThat("the click to be answered", "document.getElementById('clicks').textContent === '1'");
            SessionStory story = SessionStory.of(server, "vaadin", tab.session());
            await("heartbeats")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> story.times("heartbeat").size() > 1);
            closesAndEnds(server, browser, tab, story);
        }
    }

    private static Server deployed(Target target, String application) {
        Server server = Servers.special(target, application, "", List.of(), List.of());
        server.deploy(
                application,
                Path.of(System.getProperty("lasttab.apps"), application)
                        .resolve("target/lasttab-" + application + ".war"));
        return server;
    }

    private static void closesAndEnds(Server server, Browser browser, Tab tab, SessionStory story) {
        story.staysAlive(Promise.SEVERAL_GRACES);
        tab.close();
        story.awaitEnd();
        assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(server.log().complaintsOfOurs()).isEmpty();
        assertThat(server.log().problems()).isEmpty();
    }
}
