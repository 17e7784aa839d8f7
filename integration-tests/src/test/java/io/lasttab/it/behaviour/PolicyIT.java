package io.lasttab.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.lasttab.it.OnEveryServer;
import io.lasttab.it.client.Answer;
import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Http;
import io.lasttab.it.client.SessionStory;
import io.lasttab.it.client.Tab;
import io.lasttab.it.server.Matrix;
import io.lasttab.it.server.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A page's {@code Content-Security-Policy}: the tag runs under it, or is left out and the log says once what to add. */
class PolicyIT {
    private static final Duration EVENTUALLY = Duration.ofSeconds(60);

    /** Sources name the origin as the browser does: here by its address and port. */
    private static List<String> speaking(String origin) {
        return List.of(
                "default-src 'self'; img-src data:",
                "default-src 'none'; img-src data:; script-src 'nonce-r4nd0m'; connect-src 'self'",
                "script-src 'strict-dynamic' 'nonce-r4nd0m'; connect-src " + origin,
                "script-src " + origin + "; connect-src http://*:*",
                "sandbox allow-scripts allow-same-origin");
    }

    /** Policies are alike on every server; browsers need seconds for each. */
    @OnEveryServer
    void thatLetsThePageSpeakIsKept(Server server, Browser browser) {
        assumeThat(Matrix.forScenarios()).contains(server.target());
        for (String policy : speaking("127.0.0.1:" + server.port())) {
            Tab tab = browser.open(server.url(page(policy))).awaitHello();
            SessionStory story = SessionStory.of(server, tab.session());
            await(policy).atMost(EVENTUALLY).until(() -> story.openPages() == 1);
            tab.close();
        }
        // The harness looks at the console.
    }

    @OnEveryServer
    void thatForbidsItLeavesThePageAsItIs(Server server, Browser browser) {
        assumeThat(Matrix.forScenarios()).contains(server.target());
        for (String policy : List.of("script-src 'none'", "connect-src https://api.example", "sandbox")) {
            browser.open(server.url(page(policy))).close();
        }
    }

    @OnEveryServer
    void decidesAboutTheTagAndTheLogSaysOnceWhatToAdd(Server server) {
        Http http = Http.on(server.port()).asDocument().with("Host", "shop.test");
        for (String policy : speaking("shop.test")) {
            assertThat(http.get("/probe/" + page(policy)).text()).as(policy).contains("/__lasttab/");
        }
        Answer nonce = http.get("/probe/" + page("script-src 'nonce-r4nd0m'"));
        assertThat(nonce.text()).contains(" nonce=\"r4nd0m\" async");
        long before = skipped(server);
        List<String> silent =
                List.of("script-src 'none'", "connect-src https://api.example", "script-src shop.test:81");
        for (String policy : silent) {
            assertThat(http.get("/probe/" + page(policy)).text()).as(policy).doesNotContain("__lasttab");
        }
        await("all to be counted").atMost(EVENTUALLY).until(() -> skipped(server) >= before + silent.size());
        assertThat(server.log().text().lines().filter(line -> line.contains("/probe on ") && line.contains("-Policy ")))
                .singleElement()
                .asString()
                .contains("To change that, add ");
    }

    private static long skipped(Server server) {
        Map<String, Long> skipped = server.management().figures(server.probe(), "Injections");
        return skipped.get("POLICY");
    }

    private static String page(String policy) {
        return "policy.jsp?policy=" + URLEncoder.encode(policy, StandardCharsets.UTF_8);
    }
}
