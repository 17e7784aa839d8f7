package io.lasttab.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path page;

    @BeforeEach
    void choosePage() {
        page = folder.resolve("report.html");
    }

    private int run(Object... arguments) {
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        return Report.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private int report(Object... logs) {
        List<Object> arguments = new ArrayList<>(List.of(logs));
        arguments.addAll(List.of("-o", page, "--zone", "Europe/Berlin"));
        return run(arguments.toArray());
    }

    private Path log(String name, Object... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object line : lines) {
            text.append(line).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private String html() throws IOException {
        return Files.readString(page).replace('\u00a0', ' ');
    }

    private String complaints() {
        return err.toString(UTF_8);
    }

    private static Object[] day() {
        return new Object[] {
            LogLine.at("2026-11-22T10:00:00.000Z").livedSeconds(300).idleSeconds(70),
            LogLine.at("2026-11-22T11:00:00.000Z")
                    .by("TIMEOUT")
                    .livedSeconds(4000)
                    .idleSeconds(1800),
            LogLine.at("2026-11-22T12:00:00.000Z").in("/blog").by("LOGOUT").livedSeconds(100),
            LogLine.at("2026-11-22T22:30:00.000Z").observed()
        };
    }

    @Test
    void makesAPage() throws IOException {
        assertThat(report(log("exits.jsonl", day()))).isEqualTo(Report.DONE);
        assertThat(out.toString(UTF_8)).isEqualTo(page + ": 3 sessions ended, 4 lines read\n");
        assertThat(complaints()).isEmpty();
        assertThat(html())
                .contains("<dt>Sessions ended</dt>\n<dd>3</dd>")
                .contains("<dt>Orphaned</dt>\n<dd>33 %</dd>")
                .contains("<dt>Session hours saved</dt>\n<dd>0.5</dd>")
                .contains("Sun 22 Nov 2026, 11:00 – Sun 22 Nov 2026, 13:00")
                .contains("Times in Europe/Berlin")
                .contains("FalseExpiries");
    }

    @Test
    void showsNoSessionId() throws IOException {
        report(log("exits.jsonl", day()));
        assertThat(html()).doesNotContain("AD4D");
    }

    @Test
    void isWellFormedAndNamesEveryChartAndItsTable() throws Exception {
        report(log("exits.jsonl", day()));
        Document document = document();
        NodeList figures = document.getElementsByTagName("figure");
        assertThat(figures.getLength()).isEqualTo(10);
        for (int i = 0; i < figures.getLength(); i++) {
            Element figure = (Element) figures.item(i);
            Element svg = (Element) figure.getElementsByTagName("svg").item(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            for (String id : svg.getAttribute("aria-labelledby").split(" ")) {
                assertThat(byId(document, id).getTextContent()).isNotBlank();
            }
            assertThat(figure.getElementsByTagName("tbody").item(0).getTextContent())
                    .isNotBlank();
        }
    }

    @Test
    void hasEveryIdOnce() throws Exception {
        report(log("exits.jsonl", day()));
        NodeList all = document().getElementsByTagName("*");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            ids.add(((Element) all.item(i)).getAttribute("id"));
        }
        ids.removeIf(String::isEmpty);
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    private Document document() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
    }

    private static Element byId(Document document, String id) {
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).getAttribute("id").equals(id)) {
                return (Element) all.item(i);
            }
        }
        throw new AssertionError("nothing has the id " + id);
    }

    @Test
    void neitherLoadsNorRunsAnything() throws IOException {
        report(log("exits.jsonl", day()));
        assertThat(html()).doesNotContain("<script", "http:", "https:", "url(", "@import", "<link", "<img");
    }

    @Test
    void letsNoNameOutOfItsPlace() throws Exception {
        report(log(
                "exits.jsonl",
                LogLine.at("2026-11-22T10:00:00.000Z").in("/<script>alert(1)</script>\\u0000\\\""),
                LogLine.at("2026-11-22T10:00:00.000Z").in("/b&b")));
        assertThat(html()).doesNotContain("<script");
        assertThat(document().getElementsByTagName("figure").getLength()).isPositive();
    }

    @Test
    void isTheSameWhateverTheOrderOfTheFiles() throws IOException {
        Path old = folder.resolve("exits.jsonl.1");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(old))) {
            gzip.write((day()[0] + "\n").getBytes(UTF_8));
        }
        Path current = log("exits.jsonl", day()[1], day()[2], day()[3]);
        report(old, current);
        String first = html();
        report(current, old);
        assertThat(html().replace("exits.jsonl, exits.jsonl.1", "exits.jsonl.1, exits.jsonl"))
                .isEqualTo(first)
                .contains("<dd>3</dd>");
    }

    @Test
    void readsStandardInputAndWritesStandardOutput() throws IOException {
        java.io.InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((day()[0] + "\n").getBytes(UTF_8)));
        try {
            assertThat(run("-", "-o", "-")).isEqualTo(Report.DONE);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString(UTF_8)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void skipsBadLinesAndSaysSoOnThePageToo() throws IOException {
        Path log = log("exits.jsonl", day());
        Files.writeString(
                log, "hello\n" + Files.readString(log) + day()[0].toString().substring(0, 50));
        assertThat(report(log)).isEqualTo(Report.DONE);
        assertThat(complaints().lines())
                .containsExactly(
                        "Lasttab: exits.jsonl: line 1 does not begin with {",
                        "Lasttab: exits.jsonl: line 6 is cut off: it was being written, or the server crashed",
                        "Lasttab: 2 lines skipped, 1 of them cut off");
        assertThat(html()).contains("exits.jsonl: line 6 is cut off");
    }

    @Test
    void isOfOneApplicationIfThatIsAskedFor() throws IOException {
        Path log = log("exits.jsonl", day());
        assertThat(run(log, "-o", page, "--application", "/blog")).isEqualTo(Report.DONE);
        assertThat(html()).contains("<dd>1</dd>", "Only of /blog; 3 lines of other applications left out");
        assertThat(run(log, "-o", page, "--application=localhost/shop")).isEqualTo(Report.DONE);
        assertThat(html()).contains("<dd>2</dd>");
    }

    @Test
    void namesApplicationsIfTheOneAskedForIsNotThere() throws IOException {
        assertThat(run(log("exits.jsonl", day()), "-o", page, "--application", "/wiki"))
                .isEqualTo(Report.NOTHING);
        assertThat(complaints())
                .isEqualTo("Lasttab: no session of /wiki is in the log; it has sessions of localhost/blog,"
                        + " localhost/shop\n");
        assertThat(page).doesNotExist();
    }

    @Test
    void showsWhatWasOnlyObserved() throws IOException {
        assertThat(report(log("exits.jsonl", day()[3]))).isEqualTo(Report.DONE);
        assertThat(html()).contains("What Lasttab would have ended", "No session has ended yet");
    }

    @Test
    void chartsFalseExpiriesAndCountsThemAsNoEnds() throws IOException {
        Path log = log(
                "exits.jsonl",
                day()[0],
                FalseExpiryLine.after(3120),
                day()[2],
                FalseExpiryLine.after(70_000).in("/blog"));
        assertThat(report(log)).isEqualTo(Report.DONE);
        assertThat(out.toString(UTF_8)).isEqualTo(page + ": 2 sessions ended, 4 lines read\n");
        assertThat(complaints()).isEmpty();
        assertThat(html())
                .contains("<dt>Sessions ended</dt>\n<dd>2</dd>")
                .contains("2 sessions asked for after the end")
                .doesNotContain("AD4D");

        assertThat(run(log, "-o", page, "--application", "/shop")).isEqualTo(Report.DONE);
        assertThat(html()).contains("1 session asked for after the end, of 1 that Lasttab ended (100 %).");
    }

    @Test
    void asksForTheLogBeforeIfThisOneHasOnlyFalseExpiries() throws IOException {
        assertThat(report(log("exits.jsonl", FalseExpiryLine.after(3120)))).isEqualTo(Report.NOTHING);
        assertThat(complaints()).contains("it has only false expiries; name the log before it, too");
        assertThat(page).doesNotExist();
    }

    @Test
    void keepsTheOldPageIfNothingInTheLogIsUsable() throws IOException {
        Files.writeString(page, "old");
        assertThat(report(log("exits.jsonl", "hello"))).isEqualTo(Report.NOTHING);
        assertThat(complaints()).contains("is it an exit log (exits.file)?");
        assertThat(report(log("empty.jsonl"))).isEqualTo(Report.NOTHING);
        assertThat(complaints()).contains("the log is empty: no session has ended yet");
        assertThat(page).hasContent("old");
    }

    @Test
    void replacesTheOldPageAndLeavesNothingElse() throws IOException {
        Files.writeString(page, "old");
        Path log = log("exits.jsonl", day());
        assertThat(report(log)).isEqualTo(Report.DONE);
        assertThat(html()).startsWith("<!DOCTYPE html>");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(log, page);
        }
    }

    @Test
    void writesWhereALinkLeads() throws IOException {
        Path real = Files.writeString(folder.resolve("real.html"), "old");
        Files.createSymbolicLink(page, real);
        assertThat(report(log("exits.jsonl", day()))).isEqualTo(Report.DONE);
        assertThat(page).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void refusesToReplaceALog() throws IOException {
        Path log = log("exits.jsonl", day());
        String before = Files.readString(log);
        assertThat(run(log, "-o", folder.resolve("./exits.jsonl"))).isEqualTo(Report.USAGE);
        assertThat(complaints()).contains("would replace the log");
        assertThat(log).hasContent(before);
    }

    @Test
    void refusesTheSameLogTwice() throws IOException {
        Path log = log("exits.jsonl", day());
        assertThat(report(log, folder.resolve("./exits.jsonl"))).isEqualTo(Report.USAGE);
        assertThat(complaints()).contains("is given twice; its sessions would count twice");
        assertThat(page).doesNotExist();
    }

    @Test
    void saysWhichLogCannotBeReadAndWhy() throws IOException {
        assertThat(report(folder.resolve("none.jsonl"))).isEqualTo(Report.FAILED);
        assertThat(report(folder)).isEqualTo(Report.FAILED);
        Path packed = Files.write(folder.resolve("exits.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertThat(report(packed)).isEqualTo(Report.FAILED);
        assertThat(complaints().lines())
                .containsExactly(
                        "Lasttab: cannot read " + folder.resolve("none.jsonl") + ": there is no such file",
                        "Lasttab: cannot read " + folder + ": it is a folder; write " + folder + "/exits.jsonl*",
                        "Lasttab: cannot read " + packed + ": the compressed file is cut off");
        assertThat(page).doesNotExist();
    }

    @Test
    void saysThatThePageCannotBeWrittenBeforeItReads() throws IOException {
        Path log = log("exits.jsonl", "hello");
        assertThat(run(log, "-o", folder.resolve("none/report.html"))).isEqualTo(Report.FAILED);
        assertThat(run(log, "-o", folder)).isEqualTo(Report.FAILED);
        assertThat(complaints().lines())
                .containsExactly(
                        "Lasttab: cannot write " + folder.resolve("none/report.html") + ": there is no folder "
                                + folder.resolve("none"),
                        "Lasttab: cannot write " + folder + ": it is a folder");
    }

    @Test
    void writesIntoADevice() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/null")));
        assertThat(run(log("exits.jsonl", day()), "-o", "/dev/null")).isEqualTo(Report.DONE);
        assertThat(Path.of("/dev/null")).exists().matches(device -> !Files.isRegularFile(device));
    }

    @Test
    void tellsWhatItWantsIfAsked() {
        assertThat(run("--help")).isEqualTo(Report.DONE);
        assertThat(out.toString(UTF_8)).startsWith("Usage: ");
        assertThat(complaints()).isEmpty();
    }
}
