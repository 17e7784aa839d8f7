package io.lasttab.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and the server are of different users: root may, nobody else does. */
class OtherUserIT {

    @TempDir
    Path folder;

    private OtherUser nobody;

    @BeforeEach
    void find() throws IOException {
        nobody = OtherUser.in(folder);
    }

    @Test
    void rootBringsTheAgentIntoTheServerOfAnotherUserAndTakesItOutAgain() throws IOException {
        try (ChildJvm server = nobody.serve()) {
            assertThat(ProcessHandle.of(Long.parseLong(server.pid()))
                            .orElseThrow()
                            .info()
                            .user())
                    .contains(OtherUser.NAME);
            assertThat(asRoot("list").lines()).anyMatch(line -> line.contains(server.pid()) && line.contains("Tomcat"));
            assertThat(asRoot("attach", server.pid())).contains("is in process " + server.pid());
            assertThat(server.get("/page")).contains("/__lasttab/");
            assertThat(asRoot("status", server.pid())).contains("Tomcat: WOVEN");
            assertThat(asRoot("top", server.pid(), "1")).contains("localhost/shop");
            assertThat(asRoot("detach", server.pid())).contains("has left process " + server.pid());
            assertThat(server.get("/page")).doesNotContain("__lasttab");
        }
    }

    @Test
    void rootIsToldThatTheServersUserCannotReadTheJar() throws IOException {
        Path secret = Files.copy(nobody.agent(), folder.resolve("secret.jar"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (ChildJvm server = nobody.serve()) {
            ToolJvm attach = ToolJvm.run(ChildJvm.thisJdk(), List.of(), secret, "attach", server.pid());
            assertThat(attach.exit()).as(attach.toString()).isEqualTo(1);
            assertThat(attach.err().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot load " + secret, "its user must be able to read the file");
            assertThat(server.get("/page")).doesNotContain("__lasttab");
        }
    }

    private String asRoot(String... words) throws IOException {
        ToolJvm command = ToolJvm.run(ChildJvm.thisJdk(), List.of(), nobody.agent(), words);
        assertThat(command.exit()).as("%s: %s", List.of(words), command).isZero();
        return command.out();
    }

    private ToolJvm asNobody(String... words) throws IOException {
        return ToolJvm.run(nobody.jdk(), List.of(), nobody.agent(), words);
    }

    @Test
    void anotherUserIsShownNoServerAndToldWhoseItIs() throws IOException {
        try (ChildJvm server = ChildJvm.serve(ChildJvm.thisJdk(), List.of(), folder)) {
            ToolJvm list = asNobody("list");
            assertThat(list.exit()).as(list.toString()).isZero();
            assertThat(list.out()).isNotEmpty().doesNotContainPattern("\\b" + server.pid() + "\\b");
            for (String word : List.of("attach", "detach", "status", "top")) {
                ToolJvm command = asNobody(word, server.pid());
                assertThat(command.exit()).as(command.toString()).isEqualTo(1);
                assertThat(command.err().lines())
                        .containsExactly("Lasttab: process " + server.pid()
                                + " belongs to root and not to nobody: run this as root");
            }
            server.end();
            assertThat(server.err()).as("nothing was done to the server").isEmpty();
        }
    }
}
