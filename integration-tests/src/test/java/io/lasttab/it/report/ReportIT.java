package io.lasttab.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.it.client.Browser;
import io.lasttab.it.client.Engine;
import io.lasttab.it.client.Tab;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report out of the agent's own jar, looked at in a browser. */
class ReportIT {

    @TempDir
    static Path folder;

    private static String page;
    private static Browser browser;

    @BeforeAll
    static void makeReport() throws Exception {
        Path file = folder.resolve("report.html");
        Path log = Files.writeString(folder.resolve("exits.jsonl"), lines());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        URL inside = new URL(
                "jar:" + Path.of(System.getProperty("lasttab.agent.jar")).toUri() + "!/META-INF/inside/");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {inside}, ClassLoader.getPlatformClassLoader())) {
            Object code = loader.loadClass("io.lasttab.report.Report")
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
                    .invoke(null, new String[] {log.toString(), "-o", file.toString(), "--zone", "UTC"}, out, out);
            assertThat(code).as(said.toString(UTF_8)).isEqualTo(0);
        }
        page = file.toUri().toString();
        browser = Browser.start(Engine.CHROMIUM);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Four days, with every cause, two applications, false expiries, and what observe mode would have ended. */
    private static String lines() {
        String[] causes = {
            "ORPHANED_CLOSED",
            "ORPHANED_LEFT",
            "ORPHANED_SENT_AWAY",
            "ORPHANED_LOST",
            "LOGOUT",
            "TIMEOUT",
            "UNDEPLOY",
            "OPERATOR"
        };
        StringBuilder lines = new StringBuilder();
        Instant time = Instant.parse("2026-11-22T10:00:00.001Z");
        for (int i = 0; i < 1000; i++) {
            time = time.plusMillis(345_678);
            String cause = causes[i % causes.length];
            boolean early = cause.startsWith("ORPHANED");
            lines.append("{\"time\":\"%s\",\"host\":\"localhost\",\"context\":\"%s\",\"maskedId\":\"\\u2026AD4D\","
                    .formatted(time, i % 3 == 0 ? "/blog" : "/shop"));
            lines.append("\"cause\":\"%s\",\"ended\":%s,\"lifetimeMillis\":%d,\"pages\":%d,\"idleMillis\":%d,"
                    .formatted(cause, !early || i % 5 > 0, i * 7919L, i % 40, i * 1009L));
            lines.append("\"departure\":null,\"wouldHaveEndedAt\":%s}\n"
                    .formatted(early ? '"' + time.plusSeconds(1800).toString() + '"' : null));
            if (i % 50 == 0) {
                lines.append(
                        ("{\"time\":\"%s\",\"host\":\"localhost\",\"context\":\"/shop\",\"maskedId\":\"\\u2026AD4D\","
                                        + "\"event\":\"%s\",\"sinceEndMillis\":%d}\n")
                                .formatted(time, i % 100 == 0 ? "FALSE_EXPIRY" : "WOULD_HAVE_BEEN_FALSE", i * 1009L));
            }
        }
        return lines.toString();
    }

    @Test
    void opensWithoutAComplaintAndLoadsNothing() {
        Tab tab = browser.open(page);
        assertThat(tab.run("return document.compatMode")).isEqualTo("CSS1Compat");
        assertThat(tab.run("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(tab.run("return document.scripts.length")).isEqualTo(0L);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void hasATableBelowEveryChart() {
        Tab tab = browser.open(page);
        assertThat(tab.run("return document.querySelectorAll('figure').length")).isEqualTo(10L);
        assertThat(tab.run("return [...document.querySelectorAll('figure')].filter(f =>"
                        + " !f.querySelector('svg').getBoundingClientRect().height"
                        + " || f.querySelector('table').checkVisibility()).map(f => f.id)"))
                .as("not drawn, or with a table that is open by itself")
                .isEqualTo(List.of());
        tab.run("document.querySelectorAll('summary').forEach(s => s.click())");
        tab.awaitThat(
                "all tables to be open",
                "[...document.querySelectorAll('figure')].every(f => f.querySelector('table').checkVisibility()"
                        + " && f.querySelectorAll('tbody tr').length > 1)");
    }

    @Test
    void isDarkWhereThatIsPreferred() {
        Tab tab = browser.open(page);
        prefer("light");
        tab.awaitThat("a light ground", brightness("getComputedStyle(document.body).backgroundColor") + " > 200");
        assertThat(tab.run("return " + brightness("getComputedStyle(document.querySelector('h2')).color") + " < 60"))
                .isEqualTo(true);
        Object green = tab.run("return getComputedStyle(document.querySelector('.held')).stroke");
        prefer("dark");
        tab.awaitThat("a dark ground", brightness("getComputedStyle(document.body).backgroundColor") + " < 60");
        assertThat(tab.run("return " + brightness("getComputedStyle(document.querySelector('h2')).color") + " > 200"))
                .isEqualTo(true);
        assertThat(tab.run("return getComputedStyle(document.querySelector('.held')).stroke"))
                .isNotEqualTo(green);
    }

    @Test
    void fitsOntoATelephone() {
        Tab tab = browser.open(page);
        browser.tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        tab.awaitThat("a narrow window", "innerWidth === 360");
        assertThat(tab.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
        assertThat(tab.run("return [...document.querySelectorAll('svg text')].filter(t =>"
                        + " t.getBoundingClientRect().height > 0 && t.getBoundingClientRect().height < 10).length"))
                .as("words too small to be read")
                .isEqualTo(0L);
    }

    private static void prefer(String scheme) {
        browser.tell(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Of a colour such as {@code rgb(1, 2, 3)}: its greatest part. */
    private static String brightness(String colour) {
        return "Math.max(..." + colour + ".match(/\\d+/g).slice(0, 3).map(Number))";
    }
}
