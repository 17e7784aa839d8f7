package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that an application embeds, their jars on the class path: what an operator gets, and what if they do not fit. */
class EmbeddedServerIT {

    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (JSESSIONID=[0-9A-Za-z.]+)");
    private static final String PAGE = "9f86d081884c7d659a2feaa0c55ad015";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Embedded.class)
    void endTheSessionWhoseLastTabIsClosed(Embedded embedded) throws IOException {
        List<String> options = ChildJvm.agent("-Dlasttab.grace.closed=1s", "-Dlasttab.grace.left=1s", "-Xverify:all");
        try (ChildJvm server = ChildJvm.serve(embedded, ChildJvm.thisJdk(), options, folder, embedded.jars())) {
            String answer = server.get("/page", "Sec-Fetch-Dest: document");
            assertThat(answer).contains("<head><script src=\"/shop/__lasttab/");
            Matcher cookie = COOKIE.matcher(answer);
            assertThat(cookie.find()).isTrue();
            assertThat(say(server, cookie.group(1), "hello", 1)).startsWith("HTTP/1.1 204");
            assertThat(say(server, cookie.group(1), "bye", 2)).startsWith("HTTP/1.1 204");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> server.get("/ended").endsWith("1")
                            || server.get("/ended").contains("\r\n1\r\n"));
            server.end();
            assertThat(server.err()).isNotEmpty().allMatch(line -> line.contains("INFO") && line.contains(" found: "));
        }
    }

    private static String say(ChildJvm server, String cookie, String word, int number) throws IOException {
        return server.post(
                "/__lasttab/page",
                word + " " + PAGE + " " + number,
                "Cookie: " + cookie,
                "Sec-Fetch-Site: same-origin",
                "Content-Type: text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @EnumSource(Embedded.class)
    void areLeftAloneWithOneWarningIfTheyLackAMethod(Embedded embedded) throws IOException {
        List<Path> otherVersion = new ArrayList<>();
        for (Path jar : embedded.jars()) {
            otherVersion.add(renamed(jar, embedded.ownMethod()));
        }
        String expected;
        try (ChildJvm plain = ChildJvm.serve(embedded, ChildJvm.thisJdk(), List.of(), folder, embedded.jars())) {
            expected = body(plain.get("/length"));
        }
        try (ChildJvm server = ChildJvm.serve(embedded, ChildJvm.thisJdk(), ChildJvm.agent(), folder, otherVersion)) {
            assertThat(body(server.get("/length"))).isEqualTo(expected);
            String answer = server.get("/page");
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("__lasttab");
            Matcher cookie = COOKIE.matcher(answer);
            assertThat(cookie.find()).isTrue();
            assertThat(say(server, cookie.group(1), "hello", 1))
                    .as("the application's own")
                    .startsWith("HTTP/1.1 204");
            assertThat(server.get("/json", "Cookie: " + cookie.group(1))).contains("\"visits\":2");
            assertThat(server.get("/logout", "Cookie: " + cookie.group(1))).startsWith("HTTP/1.1 302");
            assertThat(server.get("/ended")).contains("\r\n\r\n1");
            server.end();
            assertThat(server.err())
                    .filteredOn(line -> line.contains("WARN"))
                    .singleElement()
                    .asString()
                    .contains(embedded.container() + " is left alone", embedded.ownMethod());
            assertThat(server.err()).noneMatch(line -> line.contains("Error") || line.contains("Exception"));
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    /** A copy of the jar whose classes all call that method by another name, as another version of the server might. */
    private Path renamed(Path jar, String method) throws IOException {
        String other = method.substring(0, method.length() - 1) + "X";
        Path copy = folder.resolve(jar.getFileName());
        if (Files.isDirectory(jar)) {
            return jar;
        }
        try (JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry :
                    in.stream().filter(entry -> !entry.isDirectory()).toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? renamed(bytes, method, other) : bytes);
            }
        }
        return copy;
    }

    /** The name stands in a class file with its length before it, which stays the same. */
    private static byte[] renamed(byte[] type, String method, String other) {
        String text = new String(type, StandardCharsets.ISO_8859_1);
        String length = new String(new char[] {0, (char) method.length()});
        return text.replace(length + method, length + other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
