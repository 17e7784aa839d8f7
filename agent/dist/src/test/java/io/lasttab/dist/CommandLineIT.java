package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar as a program: what it shows, and what it says to those who ask for something else. */
class CommandLineIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT", "JETTY_9", "JETTY_12"}) // one for each adapter
    void listsTheServer(Embedded embedded) throws IOException {
        try (ChildJvm server = ChildJvm.serve(embedded, ChildJvm.thisJdk(), List.of(), folder, embedded.jars())) {
            ToolJvm list = ToolJvm.run();
            assertThat(list.exit()).as(list.toString()).isZero();
            String container = embedded == Embedded.TOMCAT ? "Tomcat " : "Jetty ";
            assertThat(list.out().lines())
                    .filteredOn(line -> line.strip().startsWith(server.pid() + " "))
                    .singleElement()
                    .asString()
                    .contains(container, " - ", embedded.main().getName());
            server.end();
            assertThat(server.err()).as("nothing was done to the server").isEmpty();
        }
    }

    @Test
    void listsAServerThatHasTheAgentWithItsVersion() throws IOException {
        try (ChildJvm server = ChildJvm.serve(ChildJvm.thisJdk(), ChildJvm.agent(), folder)) {
            assertThat(ToolJvm.run("list").out().lines())
                    .filteredOn(line -> line.contains(server.pid()))
                    .singleElement()
                    .asString()
                    .contains(System.getProperty("lasttab.version"));
        }
    }

    @Test
    void checksSettingsWithoutAServer() throws IOException {
        Path settings = Files.writeString(folder.resolve("lasttab.properties"), "mode=observe\ngrace.closed=10\n");
        ToolJvm check = ToolJvm.run("check", settings.toString());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err().lines()).singleElement().asString().contains("grace.closed=10", "line 2");
    }

    @Test
    void saysThatAJreWillNotDo() throws IOException {
        ToolJvm jre = ToolJvm.run(
                ChildJvm.thisJdk(), List.of("--limit-modules", "java.management.rmi,java.instrument"), "list");
        assertThat(jre.exit()).isEqualTo(1);
        assertThat(jre.err().lines()).singleElement().asString().contains("jdk.attach", "JDK");
    }
}
