package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent in a JVM that is a server. */
class ServerJvmIT {

    @TempDir
    Path folder;

    static Stream<Path> jdks() {
        return ChildJvm.jdks();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void isWokenByTheServerAndSaysOneLine(Path jdk) throws IOException {
        try (ChildJvm server = ChildJvm.serve(jdk, ChildJvm.agent(), folder)) {
            assertThat(server.get("/page")).contains("<head><script src=\"/shop/__lasttab/");
            server.end();
            assertThat(server.err())
                    .singleElement()
                    .asString()
                    .contains("INFO")
                    .endsWith("Tomcat found: 6 hooks go in, Lasttab " + System.getProperty("lasttab.version"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void weavesWhatTheVerifierAccepts(Path jdk) throws IOException {
        try (ChildJvm server = ChildJvm.serve(jdk, ChildJvm.agent("-Xverify:all"), folder)) {
            for (String path : List.of("/page", "/length", "/chunks", "/json", "/async", "/login", "/logout")) {
                assertThat(server.get(path)).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
            }
            server.end();
            assertThat(server.err()).noneMatch(line -> line.contains("WARN") || line.contains("Error"));
        }
    }

    /** The bridge is put on the boot path then, which costs class-data sharing, so not for the common case. */
    @ParameterizedTest
    @MethodSource("jdks")
    void reachesAServerWhoseClassLoadersDoNotHangBelowTheAgents(Path jdk) throws IOException {
        try (ChildJvm server = ChildJvm.serveApart(jdk, ChildJvm.agent(), folder)) {
            assertThat(server.get("/page")).contains("<head><script src=\"/shop/__lasttab/");
            server.end();
            assertThat(server.err())
                    .anyMatch(line -> line.endsWith(
                            "Tomcat found: 6 hooks go in, Lasttab " + System.getProperty("lasttab.version")));
            assertThat(server.err()).noneMatch(line -> line.contains("WARN ") || line.contains("Exception"));
        }
    }

    @Test
    void staysOutIfTheSettingsAreWrong() throws IOException {
        Path settings = Files.writeString(folder.resolve("lasttab.properties"), "grace.clsed=10s\n");
        List<String> options = List.of("-javaagent:" + AgentJar.path() + "=" + settings);
        try (ChildJvm server = ChildJvm.serve(ChildJvm.thisJdk(), options, folder)) {
            assertThat(server.get("/page")).contains("<head><title>").doesNotContain("__lasttab");
            server.end();
            assertThat(server.err())
                    .singleElement()
                    .asString()
                    .startsWith("Lasttab is off, the server starts without it: ")
                    .contains(settings.toString(), "grace.clsed", "grace.closed");
        }
    }
}
