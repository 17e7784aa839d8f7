package io.lasttab.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lasttab.dist.child.TomcatServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A user who is not the one that the tests run as, with copies of all that this user has to read. */
final class OtherUser {

    static final String NAME = "nobody";

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Path folder;

    private OtherUser(Path folder) {
        this.folder = folder;
    }

    /** The test is skipped, with the reason, where it cannot have another user. */
    static OtherUser in(Path folder) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a JVM as another user");
        assumeTrue(Files.isExecutable(SETPRIV), "no " + SETPRIV);
        allow(folder, "rwxr-xr-x"); // a temporary one is for its owner only
        OtherUser user = new OtherUser(folder);
        user.makeJava();
        assumeTrue(user.canRunJava(), NAME + " cannot run the java of these tests");
        user.copy();
        return user;
    }

    private static Path allow(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** As the innermost command becomes the JVM itself, its pid is known. */
    private void makeJava() throws IOException {
        Path java = Files.createDirectories(jdk().resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\nexec " + SETPRIV + " --reuid=" + NAME + " --regid=65534 --clear-groups "
                        + ChildJvm.thisJdk().resolve("bin/java") + " \"$@\"\n");
        allow(java, "rwxr-xr-x");
    }

    private boolean canRunJava() throws IOException {
        Path java = jdk().resolve("bin/java");
        if (!Files.isExecutable(java)) {
            return false;
        }
        Process process = new ProcessBuilder(java.toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private void copy() throws IOException {
        Files.copy(AgentJar.path(), agent());
        Files.createDirectory(folder.resolve("jars"));
        for (Path jar : Embedded.TOMCAT.jars()) {
            Files.copy(jar, copyOf(jar));
        }
        Path copies = Files.createDirectories(
                programs().resolve(TomcatServer.class.getPackageName().replace('.', '/')));
        try (Stream<Path> classes =
                Files.list(Path.of(TomcatServer.class.getResource("").toURI()))) {
            for (Path each : classes.toList()) {
                Files.copy(each, copies.resolve(each.getFileName()));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        allow(Files.createDirectory(folder.resolve("own")), "rwxrwxrwx");
    }

    private Path programs() {
        return folder.resolve("classes");
    }

    private Path copyOf(Path jar) {
        return folder.resolve("jars").resolve(jar.getFileName());
    }

    /** What stands for a JDK: its {@code java} runs as this user. */
    Path jdk() {
        return folder.resolve("jdk");
    }

    Path agent() {
        return folder.resolve("lasttab-agent.jar");
    }

    /** Starts a Tomcat as this user. */
    ChildJvm serve() throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(programs()));
        Embedded.TOMCAT.jars().forEach(jar -> classPath.add(copyOf(jar)));
        return ChildJvm.serve(Embedded.TOMCAT, jdk(), List.of(), folder.resolve("own"), classPath);
    }
}
