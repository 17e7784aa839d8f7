package io.lasttab.it.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Nginx;
import io.lasttab.it.server.Server;
import io.lasttab.it.server.Servers;
import io.lasttab.it.server.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that a proxy shows under another path, as {@code docs/reverse-proxy.md} tells to set it up. */
class ReverseProxyIT {
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("one")
    void endsTheSessionOfABrowserThatSeesAnotherPath(Target target) {
        endsTheSession(target);
    }

    static Stream<Target> one() {
        return Matrix.one().stream();
    }

    @Tag("apps")
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void doesSoOnTheOthers(Target target) {
        endsTheSession(target);
    }

    static Stream<Target> others() {
        return Matrix.newest().stream().filter(target -> !Matrix.one().contains(target));
    }

    private static void endsTheSession(Target target) {
        assumeTrue(Nginx.program().isPresent(), "no nginx");
        String setting = "app." + Server.PROBE + ".public.path=" + Nginx.PATH + "\n";
        try (Server server = Servers.special(target, "proxied", setting, List.of(), List.of());
                Nginx proxy = Nginx.before(server);
                Browser browser = Browser.start(Engine.CHROMIUM)) {
            Answer page = Http.on(proxy.port()).asDocument().get(Nginx.PATH + "/index.jsp");
            assertThat(page.text()).contains("<script src=\"" + Nginx.PATH + "/__lasttab/");
            assertThat(page.header("set-cookie").orElseThrow()).containsIgnoringCase("path=" + Nginx.PATH);

            Tab tab = browser.open(proxy.url("index.jsp")).awaitHello();
            tab.click("login-send", "Next");
            SessionStory story = SessionStory.of(server, tab.awaitHello().session());
            story.staysAlive();
            tab.close();
            story.awaitEnd();
            assertThat(story.cause()).isEqualTo("ORPHANED_CLOSED");

            assertThat(browser.consoleErrors()).isEmpty();
            assertThat(server.log().complaintsOfOurs()).isEmpty();
            assertThat(server.log().problems()).isEmpty();
        }
    }
}
